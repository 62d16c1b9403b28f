// What the sale would be, line by line: what is in it, price, discount, tax, total, and when it ends.

import type { ReactNode } from 'react'
import { formatMoney, formatRate } from '../../../shared/format.ts'
import { negate } from '../../../shared/money.ts'
import styles from './sell.module.css'
import type { PackageRow, Quote } from './sale-types.ts'

interface Props {
  quote: Quote
  row: PackageRow
  /** Another quote is on its way. */
  stale: boolean
  discount: ReactNode
}

export function QuoteLines({ quote, row, stale, discount }: Props) {
  const money = (amount: number) => formatMoney(amount, quote.currency)
  const atVisits = row.paymentStyle === 'eachAppointment'

  return (
    <section aria-label="What is sold" aria-busy={stale} className={styles.quote}>
      <ul className={styles.items}>
        {quote.items.map(({ label, quantity }, index) => {
          const fee = atVisits ? row.items[index]?.firstFeeMinor : null
          return (
            <li key={`${index} ${label}`}>
              <bdi>{label}</bdi>
              <span>
                × {quantity ?? 'unlimited'}
                {fee != null && ` at ${money(fee)}`}
              </span>
            </li>
          )
        })}
      </ul>
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
          label={`Total, ${quote.currency}`}
          value={quote.totalMinor === 0 && !atVisits ? 'Nothing to pay' : money(quote.totalMinor)}
          strong
        />
      </dl>
      {discount}
      <p className={styles.end} role="status">
        <b>{quote.end ? `Ends ${quote.endWords}` : quote.endWords.startsWith('No') ? quote.endWords : `Ends ${quote.endWords}`}</b>
        {quote.valuePerSessionMinor !== null && quote.valuePerSessionMinor > 0 && ` · ${money(quote.valuePerSessionMinor)} a session`}
        {atVisits && ' · paid with each appointment'}
      </p>
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
