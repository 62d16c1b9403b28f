// Text of several lines: wrapped to a width, measured, drawn from the top down.

import { tidy } from './runs.ts'
import { type Sheet, tag } from './sheet.ts'
import { drawLine, headOf, leadingOf, type Place, type Style, widthOf } from './text.ts'

export interface Line {
  text: string
  style: Style
}

/** Lines end in a space where one would be said: at the end of a text, and where it was broken at a space. */
export const linesOf = (sheet: Sheet, texts: readonly string[], width: number, style: Style): Line[] =>
  texts.flatMap((text) => wrap(sheet, text, width, style)).map((text) => ({ text, style }))

export const heightOfLines = (lines: readonly Line[]): number => lines.reduce((height, { style }) => height + leadingOf(style), 0)

/** Draws the lines and returns where they end. */
export function drawLines(sheet: Sheet, lines: readonly Line[], at: Place): number {
  let top = at.top
  lines.forEach(({ text, style }, i) => {
    drawLine(sheet, i === lines.length - 1 ? text.trimEnd() : text, { ...at, top }, style)
    top += leadingOf(style)
  })
  return top
}

/** A paragraph or heading over the whole width, `above` points below what was there. */
export function drawParagraph(sheet: Sheet, role: 'P' | 'H1' | 'H2' | 'H3', text: string, style: Style, above: number): void {
  const lines = linesOf(sheet, [text], sheet.right - sheet.left, style)
  if (lines.length === 0) return
  sheet.y += above
  tag(sheet, sheet.root, role, () => (sheet.y = drawLines(sheet, lines, { left: sheet.left, top: sheet.y })))
}

/** Lines no wider than `width`. Breaks at spaces, after hyphens and between Han signs; a longer word is cut. */
function wrap(sheet: Sheet, text: string, width: number, style: Style): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => wrapLine(sheet, tidy(paragraph), width, style))
}

const PIECES =
  / *(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\-/]+[-/]*|[-/]+)/gu

function wrapLine(sheet: Sheet, text: string, width: number, style: Style): string[] {
  if (text === '') return []
  if (widthOf(sheet, text, style) <= width) return [`${text} `]
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (widthOf(sheet, line + piece, style) <= width) {
      line += piece
      continue
    }
    if (line) lines.push(piece.startsWith(' ') ? `${line} ` : line)
    line = piece.trimStart()
    while (widthOf(sheet, line, style) > width) {
      const head = headOf(sheet, line, width, style)
      if (head === line) break
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return line ? [...lines, `${line} `] : lines
}
