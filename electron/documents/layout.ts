// Tables and pages. A row that does not fit starts a new page in `turnIfFull`, nowhere else, and there the header is repeated;
// `keep` is what must stand on the same page as a row, so that no total is left alone.

import { notesOf, type Placed, type Row, textOf } from './columns.ts'
import { drawRule, type Sheet, tag } from './sheet.ts'
import { clip, drawLine, leadingOf, type Style, STYLES, wrap } from './text.ts'

export interface Table {
  columns: readonly Placed[]
  element: PDFKit.PDFStructureElement
  /** Repeated over the header on a new page. */
  caption: string
}

interface Line {
  text: string
  style: Style
}

const PAD = 4
const HEADER = leadingOf(STYLES.column) + 2 * PAD
const CAPTION = leadingOf(STYLES.strong) + 2

export function startTable(sheet: Sheet, columns: readonly Placed[], caption: string): Table {
  const table = { columns, element: sheet.pdf.struct('Table'), caption }
  sheet.root.add(table.element)
  const header = sheet.pdf.struct('TR')
  table.element.add(header)
  drawHeader(sheet, table, (draw) => tag(sheet, header, 'TH', draw, { scope: 'Column' }))
  header.end()
  return table
}

/** Draws a row, over several pages if it is longer than one, and moves on below it. */
export function drawRow(sheet: Sheet, table: Table, cells: Row, keep = 0): void {
  const { columns } = table
  let rest = linesOf(sheet, columns, cells)
  turnIfFull(sheet, heightOfRow(rest) + keep, table)
  const row = sheet.pdf.struct('TR')
  table.element.add(row)
  const elements = columns.map(() => sheet.pdf.struct('TD'))
  for (const element of elements) row.add(element)

  while (rest.length > 0) {
    const top = sheet.y + PAD
    const room = sheet.bottom - top - PAD
    const fits = rest.map((lines) => lines.filter((_, i) => heightOf(lines.slice(0, i + 1)) <= room))
    columns.forEach((column, i) => {
      const lines = fits[i] ?? []
      if (lines.length > 0) elements[i]?.add(() => drawLines(sheet, lines, column, top))
    })
    sheet.y += heightOfRow(fits)
    rest = rest.map((lines, i) => lines.slice(fits[i]?.length ?? 0))
    if (rest.every((lines) => lines.length === 0)) rest = []
    else turnPage(sheet, table)
  }
  row.end()
  drawRule(sheet, sheet.y, 'hair')
}

/** How much room a table needs to begin: its header and a first row. */
export const heightToBegin = (sheet: Sheet, columns: readonly Placed[], rows: readonly Row[]): number =>
  HEADER + heightOfRow(linesOf(sheet, columns, rows[0] ?? []))

/** Starts a new page if `height` does not fit on this one; a page without content yet is as good as the next. */
export function turnIfFull(sheet: Sheet, height: number, table?: Table): void {
  if (sheet.y + height > sheet.bottom && sheet.y > sheet.freshAt) turnPage(sheet, table)
}

function turnPage(sheet: Sheet, table?: Table): void {
  sheet.pdf.addPage()
  sheet.y = sheet.top
  if (table) {
    // Repeated words are furniture: whoever has the page read aloud has heard them.
    const asFurniture = (draw: () => void): void => {
      sheet.pdf.markContent('Artifact', { type: 'Pagination' })
      draw()
      sheet.pdf.endMarkedContent()
    }
    const caption = clip(sheet, `${table.caption} (continued)`, sheet.right - sheet.left, STYLES.strong)
    asFurniture(() => drawLine(sheet, caption, { left: sheet.left, top: sheet.y }, STYLES.strong))
    sheet.y += CAPTION
    drawHeader(sheet, table, asFurniture)
  }
  sheet.freshAt = sheet.y
}

function drawHeader(sheet: Sheet, { columns }: Table, mark: (draw: () => void) => void): void {
  const top = sheet.y + PAD
  for (const { title, align, left, right } of columns)
    mark(() => drawLine(sheet, title, align ? { right, top } : { left, top }, STYLES.column))
  sheet.y += HEADER
  drawRule(sheet, sheet.y, 'strong')
}

function drawLines(sheet: Sheet, lines: readonly Line[], { align, left, right }: Placed, top: number): void {
  let y = top
  for (const { text, style } of lines) {
    drawLine(sheet, text, align ? { right, top: y } : { left, top: y }, style)
    y += leadingOf(style)
  }
}

function linesOf(sheet: Sheet, columns: readonly Placed[], cells: Row): Line[][] {
  return columns.map(({ left, right }, i) => [
    ...wrap(sheet, textOf(cells[i]), right - left, STYLES.body).map((text) => ({ text, style: STYLES.body })),
    ...notesOf(cells[i])
      .flatMap((note) => wrap(sheet, note, right - left, STYLES.small))
      .map((text) => ({ text, style: STYLES.small })),
  ])
}
const heightOf = (lines: readonly Line[]): number => lines.reduce((height, { style }) => height + leadingOf(style), 0)
const heightOfRow = (cells: readonly (readonly Line[])[]): number => Math.max(leadingOf(STYLES.body), ...cells.map(heightOf)) + 2 * PAD
