// Measures, wraps and draws text on a sheet. Everything drawn passes here, so every name is cleaned and gets a font that has it.

import { graphemesOf, type Run, runsOf, tidy } from './runs.ts'
import type { Sheet } from './sheet.ts'

export interface Style {
  bold: boolean
  size: number
  color: string
}

// Two inks only: what is quieter must still be black to a fax machine.
const INK = '#000000'
const QUIET = '#333333'

export const STYLES = {
  body: { bold: false, size: 9, color: INK },
  strong: { bold: true, size: 9, color: INK },
  quiet: { bold: false, size: 9, color: QUIET },
  small: { bold: false, size: 7.75, color: QUIET },
  column: { bold: true, size: 7.75, color: QUIET },
  heading: { bold: true, size: 10.5, color: INK },
  practice: { bold: true, size: 11.5, color: INK },
  title: { bold: true, size: 16.5, color: INK },
} as const satisfies Record<string, Style>

/** The height of a line, in points, its leading included. */
export const leadingOf = (style: Style): number => Math.round(style.size * 1.42 * 4) / 4

export function widthOf(sheet: Sheet, text: string, style: Style): number {
  return runsOf(text, style.bold, sheet.fonts).reduce((width, run) => width + widthOfRun(sheet, run, style), 0)
}

/** Lines no wider than `width`. Breaks at spaces, after hyphens and between Han signs; a longer word is cut. */
export function wrap(sheet: Sheet, text: string, width: number, style: Style): string[] {
  return text.split(/\r\n?|\n/).flatMap((paragraph) => wrapLine(sheet, tidy(paragraph), width, style))
}

const PIECES =
  / *(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\-/]+[-/]*|[-/]+)/gu

function wrapLine(sheet: Sheet, text: string, width: number, style: Style): string[] {
  if (text === '') return []
  if (widthOf(sheet, text, style) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (widthOf(sheet, line + piece, style) <= width) {
      line += piece
      continue
    }
    if (line) lines.push(line)
    line = piece.trimStart()
    while (widthOf(sheet, line, style) > width) {
      const head = headOf(sheet, line, width, style)
      if (head === line) break
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  return line ? [...lines, line] : lines
}

/** The longest beginning that fits, at least one sign. */
function headOf(sheet: Sheet, text: string, width: number, style: Style): string {
  let head = ''
  for (const grapheme of graphemesOf(text)) {
    if (head && widthOf(sheet, head + grapheme, style) > width) break
    head += grapheme
  }
  return head
}

/** One line that ends in … where it does not fit. */
export function clip(sheet: Sheet, text: string, width: number, style: Style): string {
  const line = tidy(text)
  if (widthOf(sheet, line, style) <= width) return line
  return `${headOf(sheet, line, width - widthOf(sheet, '…', style), style).trimEnd()}…`
}

/** How far below the top of its row a line stands: capitals are in the middle. */
export const baselineOf = (style: Style): number => leadingOf(style) / 2 + style.size * 0.36

/** Draws one clean line in a row of `leadingOf(style)` points that begins at `top`; `right` is the right edge of figures. */
export function drawLine(
  sheet: Sheet,
  text: string,
  at: { left: number; top: number } | { right: number; top: number },
  style: Style,
): void {
  const { pdf } = sheet
  const runs = runsOf(text, style.bold, sheet.fonts)
  let x = 'left' in at ? at.left : at.right - runs.reduce((width, run) => width + widthOfRun(sheet, run, style), 0)
  const baseline = at.top + baselineOf(style)
  for (const run of runs) {
    if (run.missing !== undefined) {
      for (const sign of graphemesOf(run.missing)) sheet.missing.add(sign)
      pdf.markContent('Span', { actual: run.missing })
    }
    useFace(sheet, run, style)
    pdf.fillColor(style.color).text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' })
    if (run.missing !== undefined) pdf.endMarkedContent()
    x += widthOfRun(sheet, run, style)
  }
}

function widthOfRun(sheet: Sheet, run: Run, style: Style): number {
  useFace(sheet, run, style)
  return sheet.pdf.widthOfString(run.text)
}

function useFace({ pdf, faces }: Sheet, { face }: Run, { size }: Style): void {
  if (!faces.has(face.name)) {
    faces.add(face.name)
    // PDFKit takes any object with layout(), its types only bytes and paths.
    pdf.registerFont(face.name, face.source() as string)
  }
  pdf.font(face.name, size)
}
