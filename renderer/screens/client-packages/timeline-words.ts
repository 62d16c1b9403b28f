// A line of the timeline in words: what was done to which sessions, for which visit, by whom and why.

import type { z } from 'zod'
import type { TimelineEntry } from '../../../shared/contract/client-package-list.ts'
import type { LocalDate } from '../../../shared/dates.ts'
import { dayOf, timeOf } from '../../../shared/dates.ts'
import type { SessionMove } from '../../../shared/domain/words.ts'
import { formatNearDate, formatTime } from '../../../shared/format.ts'

type Entry = z.output<typeof TimelineEntry>

const MOVES: Record<SessionMove, string> = {
  grant: 'Granted',
  adjustPlus: 'Added',
  book: 'Booked',
  return: 'Returned',
  use: 'Used',
  undoUse: 'Use taken back',
  handOver: 'Handed over',
  undoHandOver: 'Handing over taken back',
  forfeit: 'Forfeited',
  undoForfeit: 'Forfeit taken back',
  waive: 'Waived',
  expire: 'Expired',
  reinstate: 'Valid again',
  cancel: 'Cancelled',
  reactivate: 'Reactivated',
  transfer: 'Moved away',
  undoTransfer: 'Move taken back',
  adjustMinus: 'Taken off',
  restore: 'Restored',
  revalue: 'Valued anew',
}

/** `Booked #3` · `10 Nov, 8:30 · Physio 45 · Jonas Berg` · `worth 75.00 · Mara Ruiz · Did not come` */
export function lineOf(
  entry: Entry,
  money: (amount: number) => string,
  today: LocalDate,
  ownerName: string,
): { what: string; visit: string; more: string } {
  const treated = entry.treated === ownerName ? null : entry.treated
  const visit = entry.visitAt && [`${formatNearDate(dayOf(entry.visitAt), today)}, ${formatTime(timeOf(entry.visitAt))}`]
  return {
    what: `${entry.other !== null && entry.move === 'grant' ? 'Came as' : MOVES[entry.move]} ${numbersOf(entry.numbers)}${entry.label ? ` of ${entry.label}` : ''}`,
    visit: [otherWords(entry), ...(visit || []), entry.service, entry.practitioner, treated].filter(Boolean).join(' · '),
    more: [entry.valueMinor > 0 && `worth ${money(entry.valueMinor)}`, entry.by ?? 'by itself', entry.reason].filter(Boolean).join(' · '),
  }
}

/** `to Ben Okafor’s Relax 6`, `from Relax 6` */
const otherWords = ({ other, move }: Entry): string | null =>
  other === null ? null : move === 'undoTransfer' ? `with ${other}` : `${move === 'grant' ? 'from' : 'to'} ${other}`

/** `#3`, `#1–6`, `#1, 3, 5` */
function numbersOf(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (first === last) return `#${first}`
  return last - first === sorted.length - 1 ? `#${first}–${last}` : `#${sorted.join(', ')}`
}
