// Letters to clients whose package runs low: one page each, on the practice's head, with an address where a window envelope shows it.

import type { LettersPaper } from '../host.ts'
import type { Fonts } from './fonts.ts'
import { closeSheet } from './footer.ts'
import { turnPage } from './layout.ts'
import { letterWords, type LetterWords } from './letter-words.ts'
import { drawLetterhead } from './letterhead.ts'
import { drawLines, drawParagraph, linesOf } from './lines.ts'
import { type Drawn, openSheet, type Sheet, tag } from './sheet.ts'
import { type Style, STYLES } from './text.ts'

/** Letters are read, not looked up in: a size larger than tables. */
const READ: Style = { ...STYLES.body, size: 10.5 }

export async function drawLetters(work: LettersPaper, fonts: Fonts): Promise<Drawn> {
  const { practice, madeOn } = work
  const sheet = openSheet(fonts, { title: 'Letters', author: practice.name, paper: practice.paper, madeOn })
  for (const [i, words] of letterWords(work).entries()) {
    if (i > 0) turnPage(sheet)
    drawLetter(sheet, words)
  }
  return closeSheet(sheet, practice.name)
}

function drawLetter(sheet: Sheet, { letterhead, address, greeting, paragraphs, closing }: LetterWords): void {
  drawLetterhead(sheet, letterhead)
  sheet.y += 14
  const to = linesOf(sheet, address, 260, READ)
  tag(sheet, sheet.root, 'P', () => (sheet.y = drawLines(sheet, to, { left: sheet.left, top: sheet.y })))
  sheet.y += 24
  drawParagraph(sheet, 'P', greeting, READ, 0)
  for (const paragraph of paragraphs) drawParagraph(sheet, 'P', paragraph, READ, 10)
  drawParagraph(sheet, 'P', closing, READ, 26)
}
