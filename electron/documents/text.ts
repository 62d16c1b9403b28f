// Measures and draws one line of text. Every word on paper passes here, so every name gets a font that has it.

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

/** The longest beginning that fits, at least one sign. */
export function headOf(sheet: Sheet, text: string, width: number, style: Style): string {
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

/** The left edge of words or the right edge of figures, and the top of the row. */
export type Place = { left: number; top: number } | { right: number; top: number }

/** Draws one clean line in a row of `leadingOf(style)` points. A space at its end takes no room, but those who copy or hear it get it. */
export function drawLine(sheet: Sheet, text: string, at: Place, style: Style): void {
  const { pdf } = sheet
  const runs = runsOf(text, style.bold, sheet.fonts)
  let x = 'left' in at ? at.left : at.right - widthOf(sheet, text.trimEnd(), style)
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
