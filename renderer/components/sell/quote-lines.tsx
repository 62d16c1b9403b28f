// What the sale would be, line by line: what is in it, price, discount, tax, total, and from when until when it is valid.

import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatMoney, formatRate } from '../../../shared/format.ts'
import { negate, percentOf, subtract } from '../../../shared/money.ts'
import styles from './sell.module.css'
import type { PackageRow, Quote } from './sale-types.ts'

interface Props {
  quote: Quote
  row: PackageRow
  /** Another quote is on its way. */
  stale: boolean
  /** Lowers the fees of a package paid at each appointment. */
  discountRate: number
  discount: ReactNode
  /** Stands in the place of the sums where there is no invoice. */
  charge?: ReactNode
  /** Draws from when and until when; what is given stands behind it. */
  terms: (more: string) => ReactNode
}

export function QuoteLines({ quote, row, stale, discountRate, discount, charge, terms }: Props) {
  const money = (amount: number) => formatMoney(amount, quote.currency)
  const atVisits = row.paymentStyle === 'eachAppointment'

  return (
    <section aria-label="What is sold" aria-busy={stale} className={styles.quote}>
      <ul className={styles.items}>
        {quote.items.map(({ label, quantity }, index) => {
          const full = atVisits ? row.items[index]?.firstFeeMinor : null
          const fee = full == null ? null : subtract(full, percentOf(full, discountRate))
          return (
            <li key={`${index} ${label}`}>
              <bdi>{label}</bdi>
              <span>
                × {quantity ?? 'unlimited'}
                {fee !== null && ` at ${money(fee)}`}
              </span>
            </li>
          )
        })}
      </ul>
      {charge ?? (
        <>
          <dl className={styles.sums}>
            {!atVisits && <Sum label="Price" value={money(quote.priceMinor)} />}
            {quote.discountMinor > 0 && <Sum label="Discount" value={money(negate(quote.discountMinor))} />}
            {quote.taxes.map(({ name, rate, taxMinor }) => (
              <Sum
                key={name}
                label={`${name} ${formatRate(rate)}${quote.pricesIncludeTax ? ', included' : ''}`}
                value={money(taxMinor)}
                quiet={quote.pricesIncludeTax}
              />
            ))}
            <Sum
              label={atVisits ? 'To pay now' : `Total, ${quote.currency}`}
              value={quote.totalMinor === 0 && !atVisits ? 'Nothing to pay' : money(quote.totalMinor)}
              strong
            />
          </dl>
          {discount}
        </>
      )}
      {quote.warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {warning}
        </p>
      ))}
      {terms(atVisits ? 'paid with each appointment' : quote.valuePerSessionMinor ? `${money(quote.valuePerSessionMinor)} a session` : '')}
    </section>
  )
}

function Sum({ label, value, strong = false, quiet = false }: { label: string; value: string; strong?: boolean; quiet?: boolean }) {
  return (
    <div data-strong={strong || undefined} data-quiet={quiet || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
