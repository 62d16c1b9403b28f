// The refund note in words: the computation line by line, so that it adds up on the page.

import type { RefundNotePaper } from '../host.ts'
import { consumedWords, formatDate, formatLongDate, formatMoney } from '../../shared/format.ts'
import { type Minor, negate } from '../../shared/money.ts'
import type { Column, Row } from './columns.ts'
import { METHOD_WORDS } from './invoice-words.ts'
import { addressLines, type Fact, type Letterhead } from './letterhead.ts'
import type { Total } from './totals.ts'

export interface RefundNoteWords {
  fileTitle: string
  letterhead: Letterhead
  facts: Fact[]
  columns: Column[]
  rows: Row[]
  totals: Total[]
  footer: string
}

export function refundNoteWords({ practice, client, note }: RefundNotePaper): RefundNoteWords {
  const money = (amount: Minor): string => formatMoney(amount, note.currency)
  const by = note.by === null ? 'as credit on account' : METHOD_WORDS[note.by]
  const rest = note.refundMinor - (note.paidMinor - note.countedMinor)
  const rows: Row[] = [[`Paid on invoice ${note.invoiceNumber}`, money(note.paidMinor)]]
  const used = note.countedMinor - note.lapsedMinor - note.movedMinor - note.broughtInMinor
  const valued = note.way === 'regularPrice' ? 'at the regular price of each' : 'at their value in the package'
  if (used !== 0) rows.push([`${consumedWords(note)}, ${valued}`, money(-used as Minor)])
  if (note.lapsedMinor !== 0) rows.push(['Lapsed, at its value in the package', money(negate(note.lapsedMinor))])
  if (note.movedMinor !== 0) rows.push(['Moved to another package, at its value', money(negate(note.movedMinor))])
  if (note.broughtInMinor !== 0) rows.push(['Covered by value from another package', money(negate(note.broughtInMinor))])
  if (rest < 0) rows.push(['Kept, as agreed', money(rest as Minor)])
  return {
    fileTitle: `Refund note – ${client.name}`,
    letterhead: {
      practice: practice.name,
      lines: [...addressLines(practice.address), [practice.phone, practice.email].filter(Boolean).join(' · ')],
      aside: [practice.registration, formatLongDate(note.on)].filter(Boolean),
      title: 'Refund note',
    },
    facts: [
      { label: 'Given back to', name: client.name, lines: addressLines(client.address) },
      {
        label: 'Package',
        name: note.packageName,
        lines: [
          ...(note.ownerName === null ? [] : [`of ${note.ownerName}`]),
          `Invoice ${note.invoiceNumber}`,
          `Cancelled ${formatDate(note.on)}`,
        ],
      },
      { label: 'Reason', lines: [note.reason] },
      { label: 'Amounts', lines: [`All amounts in ${note.currency}`, 'With tax'] },
    ],
    columns: [
      { title: 'How it was worked out', grow: 1 },
      { title: 'Amount', align: 'right' },
    ],
    rows,
    totals: [
      { label: ['Given back', by].filter(Boolean).join(' '), amount: money(note.refundMinor), weight: 'final' },
      ...(note.taxMinor === 0 ? [] : [{ label: 'of which tax', amount: money(note.taxMinor) }]),
    ],
    footer: [practice.name, 'Refund note', client.name].join(' · '),
  }
}
