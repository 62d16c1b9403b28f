// Tables and pages. A row that does not fit starts a new page in `turnIfFull`, nowhere else, where the header is repeated;
// `keep` is what must stand on the same page as a row, so that no total is left alone.

import { notesOf, type Placed, type Row, textOf } from './columns.ts'
import { drawLines, heightOfLines, type Line, linesOf } from './lines.ts'
import { drawRule, type Sheet, tag } from './sheet.ts'
import { clip, drawLine, leadingOf, STYLES } from './text.ts'

interface Table {
  columns: readonly Placed[]
  element: PDFKit.PDFStructureElement
  /** Repeated over the header on a new page. */
  caption: string
}

const PAD = 4
const HEADER = leadingOf(STYLES.column) + 2 * PAD
const CAPTION = leadingOf(STYLES.strong) + 2

/** `keep` is the height of what must stand on the page of the last row. */
export function drawTable(sheet: Sheet, columns: readonly Placed[], rows: readonly Row[], caption: string, keep = 0): void {
  const table = startTable(sheet, columns, caption)
  rows.forEach((row, i) => drawRow(sheet, table, row, i === rows.length - 1 ? keep : 0))
  table.element.end()
}

function startTable(sheet: Sheet, columns: readonly Placed[], caption: string): Table {
  const table = { columns, element: sheet.pdf.struct('Table'), caption }
  sheet.root.add(table.element)
  const header = sheet.pdf.struct('TR')
  table.element.add(header)
  drawHeader(sheet, table, (draw) => tag(sheet, header, 'TH', draw, { scope: 'Column' }))
  header.end()
  return table
}

/** Draws a row, over several pages if it is longer than one, and moves on below it. */
function drawRow(sheet: Sheet, table: Table, cells: Row, keep: number): void {
  const { columns } = table
  let rest = cellLines(sheet, columns, cells)
  turnIfFull(sheet, heightOfRow(rest) + keep, table)
  const row = sheet.pdf.struct('TR')
  table.element.add(row)
  const elements = columns.map(() => sheet.pdf.struct('TD'))
  for (const element of elements) row.add(element)

  while (rest.length > 0) {
    const top = sheet.y + PAD
    const room = sheet.bottom - top - PAD
    const fits = rest.map((lines) => lines.filter((_, i) => heightOfLines(lines.slice(0, i + 1)) <= room))
    columns.forEach((column, i) => {
      const lines = fits[i] ?? []
      if (lines.length > 0)
        elements[i]?.add(() => drawLines(sheet, lines, column.align ? { right: column.right, top } : { left: column.left, top }))
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
  HEADER + heightOfRow(cellLines(sheet, columns, rows[0] ?? []))

/** Starts a new page if `height` does not fit on this one; a page without content yet is as good as the next. */
export function turnIfFull(sheet: Sheet, height: number, table?: Table): void {
  if (sheet.y + height > sheet.bottom && sheet.y > sheet.freshAt) turnPage(sheet, table)
}

/** Starts the next page; in a table its header is repeated. */
export function turnPage(sheet: Sheet, table?: Table): void {
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

const cellLines = (sheet: Sheet, columns: readonly Placed[], cells: Row): Line[][] =>
  columns.map(({ left, right }, i) => [
    ...linesOf(sheet, [textOf(cells[i])], right - left, STYLES.body),
    ...linesOf(sheet, notesOf(cells[i]), right - left, STYLES.small),
  ])

const heightOfRow = (cells: readonly (readonly Line[])[]): number => Math.max(leadingOf(STYLES.body), ...cells.map(heightOfLines)) + 2 * PAD
