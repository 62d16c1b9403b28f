// The top of every document: who writes, what it is, and the facts between two lines (client, insurer, period …).

import { drawLines, drawParagraph, linesOf } from './lines.ts'
import { drawRule, type Sheet, tag } from './sheet.ts'
import { STYLES } from './text.ts'

export interface Letterhead {
  practice: string
  /** Address, telephone, e-mail. */
  lines: readonly string[]
  /** Registration numbers and dates, at the right. */
  aside: readonly string[]
  title: string
}
export interface Fact {
  label: string
  /** The first line stands out when it is a name. */
  name?: string
  lines: readonly string[]
}

const GAP = 20
const ADDRESS_LINES = 6

/** An address as it was typed; one in very many lines is written on. */
export function addressLines(address: string): string[] {
  const lines = address.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  return lines.length > ADDRESS_LINES ? [lines.join(', ')] : lines
}

export function drawLetterhead(sheet: Sheet, { practice, lines, aside, title }: Letterhead): void {
  const width = sheet.right - sheet.left
  const asideWidth = aside.length > 0 ? width * 0.36 : 0
  const own = width - asideWidth - (asideWidth > 0 ? GAP : 0)
  const name = linesOf(sheet, [practice], own, STYLES.practice)
  const below = linesOf(sheet, lines, own, STYLES.body)
  const beside = linesOf(sheet, aside, asideWidth, STYLES.body)

  const top = sheet.y
  tag(sheet, sheet.root, 'P', () => (sheet.y = drawLines(sheet, [...name, ...below], { left: sheet.left, top })))
  let end = sheet.y
  if (beside.length > 0) tag(sheet, sheet.root, 'P', () => (end = drawLines(sheet, beside, { right: sheet.right, top: top + 1.5 })))
  sheet.y = Math.max(sheet.y, end)
  drawParagraph(sheet, 'H1', title, STYLES.title, 22)
  sheet.y += 9
}

/** Columns of the same width; a fact without lines is left out. */
export function drawFacts(sheet: Sheet, facts: readonly Fact[]): void {
  const told = facts.filter(({ name, lines }) => name || lines.length > 0)
  const width = (sheet.right - sheet.left - GAP * (told.length - 1)) / told.length
  drawRule(sheet, sheet.y, 'strong')
  const top = sheet.y + 8
  const ends = told.map(({ label, name, lines }, i) => {
    let end = top
    const text = [
      ...linesOf(sheet, [label], width, STYLES.small),
      ...linesOf(sheet, name ? [name] : [], width, STYLES.strong),
      ...linesOf(sheet, lines, width, STYLES.body),
    ]
    tag(sheet, sheet.root, 'P', () => (end = drawLines(sheet, text, { left: sheet.left + i * (width + GAP), top })))
    return end
  })
  sheet.y = Math.max(...ends) + 8
  drawRule(sheet, sheet.y, 'hair')
}
