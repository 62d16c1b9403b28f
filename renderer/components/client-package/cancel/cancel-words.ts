// What cancelling a client package will do, in words: how each refund is worked out, and what the books become. Pure text.

import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'
import type { BookEnding, RefundWay } from '../../../../shared/domain/words.ts'
import { consumedWords, formatMoney, plural } from '../../../../shared/format.ts'

export type CancelPreview = InferContractRouterOutputs<Contract>['clientPackages']['previewCancel']
type RefundChoice = CancelPreview['ways'][number]
export type BookEnd = RefundChoice['ends'][number]

export const WAY_WORDS: Record<RefundWay, string> = {
  unusedShare: 'Unused share',
  regularPrice: 'At regular price',
  ownAmount: 'Own amount',
  none: 'Nothing back',
}

/** The computation, line by line: `Paid 565.00`, `2 used, 1 forfeited −282.51`. */
export function computationOf(preview: CancelPreview, way: RefundWay): { words: string; amountMinor: number }[] {
  const paid = { words: 'Paid', amountMinor: preview.paidMinor }
  const counted = preview.ways.find((w) => w.way === way)?.counted ?? []
  if (way !== 'ownAmount' && counted.length === 0) return [paid, { words: 'Nothing used', amountMinor: 0 }]
  const words = {
    used: consumedWords(preview),
    lapsed: 'Lapsed, at value',
    moved: 'Moved on, at value',
    broughtIn: 'Covered by value brought in',
  }
  return [paid, ...counted.map(({ what, amountMinor }) => ({ words: words[what], amountMinor: -amountMinor }))]
}

export const BOOKS_TITLES: Record<BookEnding, string> = {
  unchanged: 'Nothing to settle',
  settled: 'Settle the invoice',
  outstanding: 'Leave the invoice as it is',
  billUsed: 'Bill what was used',
}

/** What the invoice says afterwards. */
export function booksWords(end: BookEnd, preview: CancelPreview): string {
  const money = (amount: number) => formatMoney(amount, preview.currency)
  const from = `from ${money(preview.totalMinor)} to ${money(end.totalMinor)}`
  switch (end.books) {
    case 'unchanged':
      return 'The invoice is paid and stays as it is.'
    case 'settled':
      return end.forgivenMinor > 0
        ? `It is lowered ${from} and nothing stays due; ${money(end.forgivenMinor)} of what was used is forgiven.`
        : `It is lowered ${from}${preview.taxed ? ', with its part of the tax' : ''}. Nothing stays due.`
    case 'outstanding':
      return `Its total and tax stay. ${money(end.lossMinor)} is marked as a loss: never overdue, never reminded of.`
    case 'billUsed':
      return end.adjustmentMinor === 0
        ? `It stays at ${money(end.totalMinor)}; ${money(end.dueMinor)} is still due.`
        : `It is lowered ${from}; ${money(end.dueMinor)} is still due.`
  }
}

/** What lapses though its money stands on another invoice: how it can still be given back. */
export function elsewhereWords({ elsewhere, currency }: CancelPreview): string | null {
  if (elsewhere === null) return null
  const names = elsewhere.names.join(', ')
  return `${formatMoney(elsewhere.amountMinor, currency)} of what lapses came from ${names}, and its money stands on that invoice. It is not given back here: take the move back first, or cancel that package with an own amount.`
}

/** `3 sessions lapse, worth 249.99.` */
export function lapseWords({ sessions, valueMinor, currency }: CancelPreview): string {
  const worth = valueMinor > 0 ? `, worth ${formatMoney(valueMinor, currency)}` : ''
  if (sessions === 0) return valueMinor > 0 ? `What is left of it lapses${worth}.` : 'Nothing of it is left.'
  return `${plural(sessions, 'session')} ${sessions === 1 ? 'lapses' : 'lapse'}${worth}.`
}
