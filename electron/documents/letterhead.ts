// The top of every document: who writes, what it is, and the facts between two lines (client, insurer, period …).

import { drawRule, type Sheet, tag } from './sheet.ts'
import { drawLine, leadingOf, type Style, STYLES, wrap } from './text.ts'

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
  const left = sheet.left + width - asideWidth
  const own = width - asideWidth - (asideWidth > 0 ? GAP : 0)
  const name = styled(sheet, [practice], own, STYLES.practice)
  const below = styled(sheet, lines, own, STYLES.body)
  const beside = styled(sheet, aside, asideWidth, STYLES.body)

  const top = sheet.y
  tag(sheet, sheet.root, 'P', () => (sheet.y = drawStyled(sheet, [...name, ...below], sheet.left, top)))
  let end = sheet.y
  if (beside.length > 0) tag(sheet, sheet.root, 'P', () => (end = drawStyled(sheet, beside, left, top + 1.5, sheet.right)))
  sheet.y = Math.max(sheet.y, end) + 22
  tag(sheet, sheet.root, 'H1', () => (sheet.y = drawStyled(sheet, styled(sheet, [title], width, STYLES.title), sheet.left, sheet.y)))
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
      ...styled(sheet, [label], width, STYLES.small),
      ...styled(sheet, name ? [name] : [], width, STYLES.strong),
      ...styled(sheet, lines, width, STYLES.body),
    ]
    tag(sheet, sheet.root, 'P', () => (end = drawStyled(sheet, text, sheet.left + i * (width + GAP), top)))
    return end
  })
  sheet.y = Math.max(...ends) + 8
  drawRule(sheet, sheet.y, 'hair')
}

type Styled = { text: string; style: Style }
const styled = (sheet: Sheet, texts: readonly string[], width: number, style: Style): Styled[] =>
  texts.flatMap((text) => wrap(sheet, text, width, style)).map((text) => ({ text, style }))

/** Draws lines from `top` down and returns where they end; with `right` they are set against it. */
function drawStyled(sheet: Sheet, lines: readonly Styled[], left: number, top: number, right?: number): number {
  let y = top
  for (const { text, style } of lines) {
    drawLine(sheet, text, right === undefined ? { left, top: y } : { right, top: y }, style)
    y += leadingOf(style)
  }
  return y
}
