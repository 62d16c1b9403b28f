// What the package is, in short: what it costs, what is in it, since when it is offered, and the notes of the staff.

import { useQuery } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { ReactNode } from 'react'
import type { Contract } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/dates.ts'
import { countryNameOf } from '../../../shared/countries.ts'
import { ruleWords } from '../../../shared/domain/expiry.ts'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { formatDate } from '../../../shared/format.ts'
import { paidWords, priceWords } from '../../components/package-words.ts'
import { useMoney } from '../../components/use-money.ts'
import { FREQUENCY_WORDS, PAYMENT_STYLE_WORDS } from '../../words.ts'
import styles from './usage.module.css'

type Package = InferContractRouterOutputs<Contract>['packages']['get']

export function UsageOverview({ pkg, versions }: { pkg: Package; versions: readonly { version: number; createdOn: LocalDate }[] }) {
  const rows = useQuery(api.packages.list.queryOptions({ input: { includeDeleted: true } }))
  const row = rows.data?.find(({ id }) => id === pkg.id)
  const moneyOf = useMoney()
  const money = (amount: number) => moneyOf(amount, pkg.currency)
  return (
    <Card className={styles.overview}>
      <dl className={styles.facts}>
        {row && <Fact title="Price">{priceWords(row, moneyOf)}</Fact>}
        <Fact title="Paid">{row ? paidWords(row) : PAYMENT_STYLE_WORDS[pkg.paymentStyle]}</Fact>
        <Fact title="Ends">{ruleWords(pkg.expiry)}</Fact>
        {pkg.frequency && (
          <Fact title="How often">
            {pkg.frequency.count} {FREQUENCY_WORDS[pkg.frequency.unit]}
          </Fact>
        )}
        {pkg.priceCredits !== null && <Fact title="In credits">{pkg.priceCredits}</Fact>}
        {pkg.country !== null && <Fact title="Only in">{countryNameOf(pkg.country)}</Fact>}
        {pkg.selfService && <Fact title="Self-service">Yes</Fact>}
        <Fact title="Sold">{row?.sold ?? '–'}</Fact>
        <Fact title="Active now">{row?.clientsNow ?? '–'}</Fact>
        {row && <Fact title="Created">{formatDate(row.createdOn)}</Fact>}
        {versions.length > 1 && versions[0] && (
          <Fact title={`Version ${versions[0].version}`}>since {formatDate(versions[0].createdOn)}</Fact>
        )}
      </dl>
      {row && (
        <ul className={styles.items} aria-label="Items">
          {row.items.map((item, i) => (
            <li key={i}>
              <bdi>{item.label}</bdi> × {item.quantity ?? 'unlimited'}
              <span className={styles.quiet}> · {money(item.firstFeeMinor ?? item.itemPriceMinor)} each</span>
            </li>
          ))}
        </ul>
      )}
      {pkg.description && (
        <p className={styles.text} dir="auto">
          {pkg.description}
        </p>
      )}
      {pkg.notes && (
        <p className={styles.text} dir="auto">
          <b>For the staff:</b> {pkg.notes}
        </p>
      )}
    </Card>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
