// The lines of an invoice with their discounts, and the sums under them: net, each tax, total, paid, due.

import { formatMoney, formatRate } from '../../../shared/format.ts'
import { negate } from '../../../shared/money.ts'
import { Card } from '../../components/card.tsx'
import { canBePaid, type Invoice } from './invoice-words.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import styles from './invoice.module.css'

export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const money = (amount: number) => formatMoney(amount, invoice.currency)
  const hasTax = invoice.taxes.length > 0
  return (
    <Card flush>
      <ListTable label="Lines" isTall>
        <thead>
          <tr>
            <th>Description</th>
            <th data-number>Quantity</th>
            <th data-number>Price</th>
            <th data-number>Amount</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line) => (
            <tr key={line.id}>
              <td className={styles.description}>
                <bdi>{line.description}</bdi>
                {line.unitPriceMinor === 0 && line.discountReason && (
                  <span className={styles.sub}>
                    Discount<bdi>: {line.discountReason}</bdi>
                  </span>
                )}
                {line.discountMinor > 0 && (
                  <span className={styles.sub}>
                    Discount {money(negate(line.discountMinor))}
                    {line.discountReason && <bdi>: {line.discountReason}</bdi>}
                  </span>
                )}
                {line.kind === 'covered' && invoice.relatedInvoice?.replacedBy && (
                  <span className={styles.sub}>
                    Invoice {invoice.relatedInvoice.number} was replaced by invoice {invoice.relatedInvoice.replacedBy.number}
                  </span>
                )}
                {line.adjustmentReason !== null && (
                  <span className={styles.sub}>
                    Adjusted<bdi>: {line.adjustmentReason}</bdi>
                  </span>
                )}
              </td>
              <td data-number>{line.quantity}</td>
              <td data-number>{money(line.unitPriceMinor)}</td>
              <td data-number>{money(line.amountMinor)}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
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
