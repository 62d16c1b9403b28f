// The last step of every document: "Page 1 of 3" on each page, once it is known how many there are.

import { buffer } from 'node:stream/consumers'
import { drawRule, type Drawn, type Sheet } from './sheet.ts'
import { clip, drawLine, STYLES, widthOf } from './text.ts'

const GAP = 16

/** Writes the footers and gives the finished bytes. */
export async function closeSheet(sheet: Sheet, footer: string): Promise<Drawn> {
  const { pdf, left, right } = sheet
  const { count } = pdf.bufferedPageRange()
  const top = sheet.bottom + 20
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    const pageOf = `Page ${page + 1} of ${count}`
    const room = right - left - widthOf(sheet, pageOf, STYLES.small) - GAP
    drawRule(sheet, top - 5, 'hair')
    pdf.markContent('Artifact', { type: 'Pagination' })
    drawLine(sheet, clip(sheet, footer, room, STYLES.small), { left, top }, STYLES.small)
    drawLine(sheet, pageOf, { right, top }, STYLES.small)
    pdf.endMarkedContent()
  }
  sheet.root.end()
  pdf.end()
  return { bytes: new Uint8Array(await buffer(pdf)), pages: count, missingGlyphs: [...sheet.missing] }
}
