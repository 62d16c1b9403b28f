// The refund note of a cancelled client package: what was paid, what was counted against it, what was given back and why.
// It is given words and draws them (see refund-note-words.ts).

import type { RefundNotePaper } from '../host.ts'
import { placeColumns } from './columns.ts'
import type { Fonts } from './fonts.ts'
import { closeSheet } from './footer.ts'
import { drawTable } from './layout.ts'
import { drawFacts, drawLetterhead } from './letterhead.ts'
import { refundNoteWords } from './refund-note-words.ts'
import { type Drawn, openSheet } from './sheet.ts'
import { drawTotals, heightOfTotals } from './totals.ts'

export async function drawRefundNote(work: RefundNotePaper, fonts: Fonts): Promise<Drawn> {
  const { practice, note } = work
  const words = refundNoteWords(work)
  const sheet = openSheet(fonts, { title: words.fileTitle, author: practice.name, paper: practice.paper, madeOn: note.on })
  drawLetterhead(sheet, words.letterhead)
  drawFacts(sheet, words.facts)
  sheet.y += 12
  const columns = placeColumns(sheet, words.columns, words.rows)
  drawTable(sheet, columns, words.rows, words.letterhead.title, heightOfTotals(sheet, words.totals))
  drawTotals(sheet, words.totals)
  return closeSheet(sheet, words.footer)
}
