// The invoice as a PDF. It is given words and draws them; every amount is worked out, rounded and written as text
// before it gets here (see invoice-words.ts and shared/domain/invoices).

import { localDate } from '../../shared/dates.ts'
import type { InvoicePaper } from '../host.ts'
import type { Fonts } from './fonts.ts'
import { invoiceWords } from './invoice-words.ts'
import { placeColumns } from './columns.ts'
import { closeSheet } from './footer.ts'
import { drawTable } from './layout.ts'
import { drawFacts, drawLetterhead } from './letterhead.ts'
import { drawParagraph } from './lines.ts'
import { type Drawn, openSheet } from './sheet.ts'
import { STYLES } from './text.ts'
import { drawTotals, heightOfTotals } from './totals.ts'

/** A draft has no date of its own; its file needs one that is the same each time. */
const NO_DATE = localDate('2000-01-01')

export async function drawInvoice(work: InvoicePaper, fonts: Fonts): Promise<Drawn> {
  const { invoice, practice } = work
  const words = invoiceWords(work)
  const sheet = openSheet(fonts, {
    title: words.fileTitle,
    author: practice.name,
    paper: practice.paper,
    madeOn: invoice.publishedOn ?? NO_DATE,
  })
  drawLetterhead(sheet, words.letterhead)
  drawFacts(sheet, words.facts)
  sheet.y += 12
  const columns = placeColumns(sheet, words.columns, words.rows)
  drawTable(sheet, columns, words.rows, words.letterhead.title, heightOfTotals(sheet, words.totals))
  drawTotals(sheet, words.totals)
  if (words.plan) {
    drawParagraph(sheet, 'H2', 'Instalments', STYLES.strong, 20)
    sheet.y += 4
    drawTable(sheet, placeColumns(sheet, words.plan.columns, words.plan.rows), words.plan.rows, 'Instalments')
  }
  for (const note of words.notes) drawParagraph(sheet, 'P', note, STYLES.quiet, 20)
  return closeSheet(sheet, words.footer)
}
