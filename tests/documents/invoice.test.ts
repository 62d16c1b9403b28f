// The invoice, made by the real worker and read back.

import { afterAll, expect, it } from 'vitest'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeInvoice, makeLine } from './papers.ts'
import { documents, print } from './printing.ts'

afterAll(() => documents.close())

const gst = (taxMinor: number) => ({ name: 'GST', rate: 5000, taxMinor: minor(taxMinor) })
const qst = (taxMinor: number) => ({ name: 'QST', rate: 9975, taxMinor: minor(taxMinor) })

it('shows lines, tax, payment and that nothing is left to pay', async () => {
  const { lines, title, roles } = await print(makeInvoice())
  expect(title).toBe('Invoice 1042 – Anna Lee')
  expect(lines).toContain('Invoice 1042')
  expect(lines).toContain('Relax 6: 6 × Physio 45 1 500.00 HST 13 % 500.00')
  expect(lines).toContain('Subtotal 500.00')
  expect(lines).toContain('HST 13 % 65.00')
  expect(lines).toContain('Total CAD 565.00')
  expect(lines).toContain('Paid by card on 2 March 2026 −565.00')
  expect(lines).toContain('To pay 0.00')
  expect(roles.flat()).toContain('TH')
})

it('shows two taxes and a discount on the line it lowers (W8)', async () => {
  const { lines } = await print(
    makeInvoice({
      state: 'open',
      lines: [
        makeLine({ discountMinor: minor(1869), discountReason: 'autumn offer', taxes: [gst(2407), qst(4801)] }),
        makeLine({ description: 'Resistance band', unitPriceMinor: minor(3500), discountMinor: minor(131), taxes: [gst(168), qst(336)] }),
      ],
      netMinor: minor(51500),
      taxes: [gst(2575), qst(5137)],
      totalMinor: minor(59212),
      dueMinor: minor(59212),
      payments: [],
    }),
  )
  expect(lines).toContainEqual(expect.stringMatching(/^Relax 6: 6 × Physio 45 1 500\.00 GST 5 % 481\.31$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Discount −18\.69, autumn offer/))
  expect(lines).toContain('GST 5 % 25.75')
  expect(lines).toContain('QST 9.975 % 51.37')
  expect(lines).toContain('To pay 592.12')
})

it('says what tax a total holds where prices include it (W7)', async () => {
  const vat = { name: 'VAT', rate: 20_000, taxMinor: minor(8333) }
  const { lines } = await print(
    makeInvoice({
      currency: 'GBP',
      pricesIncludeTax: true,
      lines: [makeLine({ taxes: [vat] })],
      taxes: [vat],
      totalMinor: minor(50000),
      netMinor: minor(41667),
    }),
  )
  expect(lines).toContain('Total GBP 500.00')
  expect(lines).toContain('of which VAT 20 % 83.33')
  expect(lines).not.toContainEqual(expect.stringContaining('Subtotal'))
})

it('names the payer, the treated person, the due date and the invoice it belongs to', async () => {
  const { lines } = await print(
    makeInvoice({
      treatedClientId: 8,
      treatedClientName: 'Leo Lee',
      dueOn: localDate('2026-03-16'),
      relatedInvoice: { id: 3, number: 1007, replacedBy: null },
    }),
  )
  const text = lines.join('\n')
  for (const words of ['Anna Lee', 'Leo Lee', 'Due 16 March 2026', 'Belongs to invoice 1007']) expect(text).toContain(words)
})

it('leads from the package’s invoice that its frozen words name to the one that took its place', async () => {
  const covered = makeLine({
    kind: 'covered',
    description: 'Physio 45, covered by Relax 6, 1 of 6, invoice 1007',
    unitPriceMinor: minor(0),
  })
  const relatedInvoice = { id: 3, number: 1007, replacedBy: { id: 9, number: 1050 } }
  const { lines } = await print(makeInvoice({ lines: [covered, makeLine()], relatedInvoice }))
  const text = lines.join(' ')
  for (const words of ['Belongs to invoice 1007,', 'replaced by invoice 1050', 'Invoice 1007 was replaced by invoice 1050'])
    expect(text).toContain(words)
  expect(text.split('was replaced by')).toHaveLength(2) // beside the covered line alone
})

it('names the invoice that it takes the place of, and the one that took its place', async () => {
  const { lines } = await print(makeInvoice({ replaces: { id: 3, number: 1007 } }))
  expect(lines.join('\n')).toContain('Replaces invoice 1007')
  const replaced = await print(makeInvoice({ state: 'void', replacedBy: { id: 9, number: 1050 } }))
  expect(replaced.lines.join('\n')).toContain('Replaced by invoice 1050')
})

it('leaves out payments that were taken back', async () => {
  const [payment] = makeInvoice().invoice.payments
  if (!payment) throw new Error('no payment')
  const { lines } = await print(makeInvoice({ state: 'open', dueMinor: minor(56500), payments: [{ ...payment, reversed: true }] }))
  expect(lines).not.toContainEqual(expect.stringContaining('Paid by'))
  expect(lines).toContain('To pay 565.00')
})

it('shows a draft and a void invoice as what they are', async () => {
  const draft = await print(makeInvoice({ number: null, state: 'draft', publishedOn: null, dueOn: null }))
  const voided = await print(makeInvoice({ state: 'void' }))
  expect(draft.lines).toContain('Draft invoice')
  expect(draft.lines.join(' ')).toContain('it becomes an invoice, with a number, when it is published')
  expect(voided.lines).toContain('Invoice 1042 · void')
  expect(voided.lines).not.toContainEqual(expect.stringContaining('To pay'))
})

it('keeps the totals with the last line when lines fill the page', async () => {
  for (let count = 18; count < 34; count++) {
    const lines = Array.from({ length: count }, (_, i) => makeLine({ id: i + 1, description: `Line ${i + 1}`, unitPriceMinor: minor(100) }))
    const { pages } = await print(makeInvoice({ lines, taxes: [] }))
    const last = pages.at(-1) ?? []
    expect(last.findIndex((line) => line.startsWith('Line '))).toBeGreaterThanOrEqual(0)
    expect(last).toContain('To pay 0.00')
  }
})

it('shows the instalments with what is paid of each (W6)', async () => {
  const part = (dueOn: string, amount: number, paid: number, state: 'paid' | 'overdue' | 'due') => ({
    dueOn: localDate(dueOn),
    amountMinor: minor(amount),
    paidMinor: minor(paid),
    state,
  })
  const { lines } = await print(
    makeInvoice({
      state: 'overdue',
      plan: [part('2026-01-01', 16_667, 16_667, 'paid'), part('2026-02-01', 16_667, 0, 'overdue'), part('2026-03-01', 16_666, 0, 'due')],
    }),
  )
  expect(lines).toContain('Instalments')
  expect(lines).toContain('1 January 2026 Paid 166.67 166.67')
  expect(lines).toContain('1 February 2026 Overdue – 166.67')
  expect(lines).toContain('1 March 2026 To pay – 166.66')
})
