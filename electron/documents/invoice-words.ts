// The invoice in words: every date and amount written before anything is drawn. Payments stand as deductions,
// so that total, payments and what is due add up on the page.

import { formatLongDate, formatMoney, formatRate } from '../../shared/format.ts'
import { type Minor, negate } from '../../shared/money.ts'
import type { InstalmentState, InvoiceState, PaymentMethod } from '../../shared/domain/words.ts'
import type { InvoicePaper } from '../host.ts'
import type { Column, Row } from './columns.ts'
import { addressLines, type Fact, type Letterhead } from './letterhead.ts'
import type { Total } from './totals.ts'

export interface InvoiceWords {
  fileTitle: string
  letterhead: Letterhead
  facts: Fact[]
  columns: Column[]
  rows: Row[]
  totals: Total[]
  /** Null: it is due in one. */
  plan: { columns: Column[]; rows: Row[] } | null
  notes: string[]
  footer: string
}

type Line = InvoicePaper['invoice']['lines'][number]

export const METHOD_WORDS: Record<PaymentMethod, string> = {
  card: 'by card',
  cash: 'in cash',
  transfer: 'by bank transfer',
  cheque: 'by cheque',
  other: '',
}
const STATES: Record<InvoiceState, string> = {
  draft: 'Draft',
  open: 'To pay',
  partPaid: 'Partly paid',
  paid: 'Paid',
  overdue: 'Overdue',
  loss: 'Loss',
  void: 'Void',
  discarded: 'Discarded',
}

export function invoiceWords({ invoice, practice, client }: InvoicePaper): InvoiceWords {
  const money = (amount: Minor): string => formatMoney(amount, invoice.currency)
  const name = invoice.number === null ? 'Draft invoice' : `Invoice ${invoice.number}`
  const title = invoice.state === 'void' ? `${name} · void` : name
  const taxed = invoice.lines.some((line) => line.taxes.length > 0)
  return {
    fileTitle: `${name} – ${client.name}`,
    letterhead: {
      practice: practice.name,
      lines: [...addressLines(practice.address), [practice.phone, practice.email].filter(Boolean).join(' · ')],
      aside: [practice.registration].filter(Boolean),
      title,
    },
    facts: [
      { label: 'Billed to', name: client.name, lines: addressLines(client.address) },
      {
        label: 'Treated',
        lines: invoice.treatedClientId === invoice.clientId ? [] : [invoice.treatedClientName],
      },
      {
        label: 'Invoice',
        lines: [
          invoice.publishedOn ? formatLongDate(invoice.publishedOn) : 'not published yet',
          ...(invoice.dueOn && invoice.dueOn !== invoice.publishedOn ? [`Due ${formatLongDate(invoice.dueOn)}`] : []),
          ...(invoice.replaces ? [`Replaces invoice ${invoice.replaces.number}`] : []),
          ...(invoice.replacedBy ? [`Replaced by invoice ${invoice.replacedBy.number}`] : []),
          ...relatedWords(invoice),
        ],
      },
      {
        label: 'Status',
        name: STATES[invoice.state],
        lines: [`All amounts in ${invoice.currency}`, invoice.pricesIncludeTax ? 'Prices include tax' : 'Prices without tax'],
      },
    ],
    columns: [
      { title: 'Description', grow: 1 },
      { title: 'Quantity', align: 'right' },
      { title: 'Price', align: 'right' },
      ...(taxed ? [{ title: 'Tax', align: 'right' as const }] : []),
      { title: 'Amount', align: 'right' },
    ],
    rows: invoice.lines.map((line) => [
      { text: line.description, notes: notesOf(line, invoice, money) },
      String(line.quantity),
      money(line.unitPriceMinor),
      ...(taxed ? [line.taxes.map((t) => `${t.name} ${formatRate(t.rate)}`).join('\n')] : []),
      money(line.amountMinor),
    ]),
    totals: totals(invoice, money),
    plan: planWords(invoice, money),
    notes: invoice.number === null ? ['A draft: it becomes an invoice, with a number, when it is published.'] : [],
    footer: [practice.name, name, client.name].join(' · '),
  }
}

const PARTS: Record<InstalmentState, string> = { paid: 'Paid', partPaid: 'Partly paid', due: 'To pay', overdue: 'Overdue' }

function planWords({ plan }: InvoicePaper['invoice'], money: (amount: Minor) => string): InvoiceWords['plan'] {
  if (plan.length === 0) return null
  return {
    columns: [
      { title: 'Due', grow: 1 },
      { title: 'Status', grow: 1 },
      { title: 'Paid', align: 'right' },
      { title: 'Amount', align: 'right' },
    ],
    rows: plan.map((i) => [formatLongDate(i.dueOn), PARTS[i.state], i.paidMinor === 0 ? '–' : money(i.paidMinor), money(i.amountMinor)]),
  }
}

/** The words of a line are frozen; which invoice counts now is said beside them. */
const relatedWords = ({ relatedInvoice: related }: InvoicePaper['invoice']): string[] =>
  related
    ? [
        `Belongs to invoice ${related.number}${related.replacedBy ? ',' : ''}`,
        ...(related.replacedBy ? [`replaced by invoice ${related.replacedBy.number}`] : []),
      ]
    : []

/** Where each fee is lowered, not the line itself. */
const reasonAlone = ({ unitPriceMinor, discountReason }: Line): string =>
  unitPriceMinor === 0 && discountReason ? `Discount, ${discountReason}` : ''

const notesOf = (line: Line, { relatedInvoice: related }: InvoicePaper['invoice'], money: (amount: Minor) => string): string[] =>
  [
    line.discountMinor === 0
      ? reasonAlone(line)
      : `Discount ${money(negate(line.discountMinor))}${line.discountReason ? `, ${line.discountReason}` : ''}`,
    line.adjustmentReason ? `Reason: ${line.adjustmentReason}` : '',
    line.kind === 'covered' && related?.replacedBy ? `Invoice ${related.number} was replaced by invoice ${related.replacedBy.number}` : '',
  ].filter(Boolean)

function totals(invoice: InvoicePaper['invoice'], money: (amount: Minor) => string): Total[] {
  const taxes = invoice.taxes.map((t) => ({
    label: `${invoice.pricesIncludeTax ? 'of which ' : ''}${t.name} ${formatRate(t.rate)}`,
    amount: money(t.taxMinor),
  }))
  const total: Total = { label: `Total ${invoice.currency}`, amount: money(invoice.totalMinor), weight: 'final' }
  const payments = invoice.payments
    .filter((p) => !p.reversed && !p.reverses && p.allocatedMinor !== 0) // a payment and its giving back: neither, or they don't add up
    .map((p): Total => ({
      label: [p.allocatedMinor < 0 ? 'Given back' : 'Paid', METHOD_WORDS[p.method], `on ${formatLongDate(p.receivedOn)}`]
        .filter(Boolean)
        .join(' '),
      amount: money(negate(p.allocatedMinor)),
    }))
  const loss: Total[] = invoice.lossMinor === 0 ? [] : [{ label: 'Not to be paid any more', amount: money(negate(invoice.lossMinor)) }]
  const due: Total[] =
    invoice.state === 'void' || invoice.state === 'discarded' ? [] : [{ label: 'To pay', amount: money(invoice.dueMinor), weight: 'final' }]
  if (invoice.pricesIncludeTax) return [total, ...taxes, ...payments, ...loss, ...due]
  return [
    ...(taxes.length > 0 ? [{ label: 'Subtotal', amount: money(invoice.netMinor) }, ...taxes] : []),
    total,
    ...payments,
    ...loss,
    ...due,
  ]
}
