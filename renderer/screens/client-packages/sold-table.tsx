// The rows of client packages: whose, what is left of it, until when, what it cost. The package's name opens it on its client's page.

import { Link, useNavigate } from '@tanstack/react-router'
import type { z } from 'zod'
import type { ClientPackageRow } from '../../../shared/contract/client-package-list.ts'
import { stateOf } from '../../components/client-package/client-package-words.ts'
import { Pips } from '../../components/pips.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { moveByArrows, openByMouse } from '../../components/list/list-rows.ts'
import { useClock } from '../../components/use-clock.ts'
import { useMoney } from '../../components/use-money.ts'
import { useClientWords } from '../../components/use-practice.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import styles from './client-packages.module.css'
import { leftOf } from './sold-words.ts'
import { type SoldSearch, sortedBy } from './sold-search.ts'
import { SortHead, sortedOf } from '../../components/list/sort-head.tsx'

interface Props {
  rows: z.output<typeof ClientPackageRow>[]
  search: SoldSearch
  onChange: (next: SoldSearch) => void
}

export function SoldTable({ rows, search, onChange }: Props) {
  const words = useClientWords()
  const head = (sort: NonNullable<SoldSearch['sort']>, title: string, isNumber = false) => (
    <SortHead
      isNumber={isNumber}
      sorted={sortedOf((search.sort ?? 'client') === sort, search.descending)}
      onSort={() => onChange(sortedBy(search, sort))}
    >
      {title}
    </SortHead>
  )
  return (
    <ListTable label="Client packages">
      <thead>
        <tr>
          {head('client', words.One)}
          {head('package', 'Package')}
          <th>Sessions</th>
          {head('left', 'Left', true)}
          {head('end', 'Ends')}
          {head('state', 'State')}
          {head('charge', 'Charge', true)}
          {head('paid', 'Paid', true)}
          <th>Invoice</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SoldRow key={row.id} row={row} />
        ))}
      </tbody>
    </ListTable>
  )
}

function SoldRow({ row }: { row: Props['rows'][number] }) {
  const navigate = useNavigate()
  const { today } = useClock()
  const to = {
    to: '/clients/$clientId',
    params: { clientId: String(row.clientId) },
    search: { tab: 'packages' as const, package: row.id },
  } as const
  const moneyOf = useMoney()
  const money = (amount: number) => moneyOf(amount, row.currency)
  const state = stateOf(row, today)
  const items = row.items.filter((item) => !item.isProduct)
  return (
    <tr data-open onClick={(event) => openByMouse(event, () => void navigate(to))} onKeyDown={moveByArrows}>
      <td className={styles.client}>
        <Link to="/clients/$clientId" params={{ clientId: String(row.clientId) }} dir="auto">
          {row.clientName}
        </Link>
      </td>
      <td className={styles.name}>
        <Link {...to} data-row dir="auto">
          {row.name}
        </Link>
      </td>
      <td className={styles.pips}>
        {items.map((item) => (
          <Pips key={item.id} size="s" states={item.pips.map((pip) => pip.state)} unlimited={item.unlimited} />
        ))}
      </td>
      <td data-number>{leftOf(row)}</td>
      <td className={styles.ends}>{row.endWords}</td>
      <td>
        <ToneBadge tone={state.tone}>{state.words}</ToneBadge>
      </td>
      {row.paymentStyle === 'eachAppointment' ? (
        <td colSpan={2} className={styles.each}>
          with each appointment
        </td>
      ) : (
        <>
          <td data-number>{money(row.chargeMinor)}</td>
          <td data-number>
            {money(row.paidMinor)}
            {row.dueMinor > 0 && <span className={styles.due}>{money(row.dueMinor)} due</span>}
          </td>
        </>
      )}
      <td className={styles.invoice}>
        {row.invoice ? (
          <Link to="/sales/$invoiceId" params={{ invoiceId: String(row.invoice.id) }}>
            {row.invoice.number ?? 'Draft'}
          </Link>
        ) : (
          <span className={styles.none}>{row.awaitsInvoice && row.chargeMinor > 0 ? 'none yet' : '–'}</span>
        )}
      </td>
    </tr>
  )
}
