// The lines of an invoice with their discounts, and the sums under them: net, each tax, total, paid, due.

import { formatMoney, formatRate } from '../../../shared/format.ts'
import { negate } from '../../../shared/money.ts'
import { Card } from '../../components/card.tsx'
import { canBePaid, type Invoice } from './invoice-words.ts'
import styles from './invoice.module.css'

export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const money = (amount: number) => formatMoney(amount, invoice.currency)
  const hasTax = invoice.taxes.length > 0
  return (
    <Card flush>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Lines">
          <thead>
            <tr>
              <th>Description</th>
              <th className={styles.number}>Quantity</th>
              <th className={styles.number}>Price</th>
              <th className={styles.number}>Amount</th>
            </tr>
          </thead>
          <tbody>
            {invoice.lines.map((line) => (
              <tr key={line.id}>
                <td className={styles.description}>
                  <bdi>{line.description}</bdi>
                  {line.discountMinor > 0 && (
                    <span className={styles.sub}>
                      Discount {money(negate(line.discountMinor))}
                      {line.discountReason && <bdi>: {line.discountReason}</bdi>}
                    </span>
                  )}
                  {line.adjustmentReason !== null && (
                    <span className={styles.sub}>
                      Adjusted<bdi>: {line.adjustmentReason}</bdi>
                    </span>
                  )}
                </td>
                <td className={styles.number}>{line.quantity}</td>
                <td className={styles.number}>{money(line.unitPriceMinor)}</td>
                <td className={styles.number}>{money(line.amountMinor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className={styles.totals}>
        {hasTax && !invoice.pricesIncludeTax && <Sum title="Net" value={money(invoice.netMinor)} />}
        {invoice.taxes.map((tax) => (
          <Sum
            key={`${tax.name} ${tax.rate}`}
            title={`${invoice.pricesIncludeTax ? 'of it ' : ''}${tax.name} ${formatRate(tax.rate)}`}
            value={money(tax.taxMinor)}
          />
        ))}
        <Sum title="Total" value={money(invoice.totalMinor)} strong />
        {invoice.paidMinor !== 0 && <Sum title="Paid" value={money(invoice.paidMinor)} />}
        {invoice.lossMinor !== 0 && <Sum title="Marked as a loss" value={money(invoice.lossMinor)} />}
        {canBePaid(invoice) && <Sum title="Due" value={money(invoice.dueMinor)} strong />}
      </dl>
    </Card>
  )
}

function Sum({ title, value, strong = false }: { title: string; value: string; strong?: boolean }) {
  return (
    <div data-strong={strong || undefined}>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  )
}
