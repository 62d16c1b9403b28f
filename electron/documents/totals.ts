// The sums under a table, at its right. Each has words and an amount, both given; nothing is added up here.

import { turnIfFull } from './layout.ts'
import { drawLines, heightOfLines, type Line, linesOf } from './lines.ts'
import { drawRule, type Sheet, tag } from './sheet.ts'
import { baselineOf, drawLine, STYLES, widthOf } from './text.ts'

export interface Total {
  label: string
  amount: string
  /** 'sum' has a line over it; 'final' too, and stands out. */
  weight?: 'sum' | 'final'
}

const WIDTH = 262
const GAP = 16
const PAD = 2.25
const ABOVE = 12
/** Room above a line, and below it. */
const OVER = { sum: 2, final: 3.5 }

/** From where totals begin to the baseline of their first line. */
export const FIRST_BASELINE = ABOVE + PAD + baselineOf(STYLES.body)

export function heightOfTotals(sheet: Sheet, totals: readonly Total[]): number {
  return totals.reduce((height, total) => height + heightOf(sheet, total), ABOVE)
}

export function drawTotals(sheet: Sheet, totals: readonly Total[]): void {
  if (totals.length === 0) return
  turnIfFull(sheet, heightOfTotals(sheet, totals))
  sheet.y += ABOVE
  const left = sheet.right - WIDTH
  const table = sheet.pdf.struct('Table')
  sheet.root.add(table)
  for (const total of totals) {
    const { amount, weight } = total
    const over = weight ? OVER[weight] : 0
    const style = weight === 'final' ? STYLES.strong : STYLES.body
    if (weight) drawRule(sheet, sheet.y + over, weight === 'final' ? 'strong' : 'hair', left)
    const top = sheet.y + 2 * over + PAD
    const row = sheet.pdf.struct('TR')
    table.add(row)
    tag(sheet, row, 'TH', () => drawLines(sheet, labelLines(sheet, total), { left, top }), { scope: 'Row' })
    tag(sheet, row, 'TD', () => drawLine(sheet, amount, { right: sheet.right, top }, style))
    row.end()
    sheet.y += heightOf(sheet, total)
  }
  table.end()
}

function labelLines(sheet: Sheet, { label, amount, weight }: Total): Line[] {
  const style = weight === 'final' ? STYLES.strong : STYLES.body
  return linesOf(sheet, [label], WIDTH - GAP - widthOf(sheet, amount, style), style)
}
const heightOf = (sheet: Sheet, total: Total): number =>
  heightOfLines(labelLines(sheet, total)) + 2 * PAD + (total.weight ? 2 * OVER[total.weight] : 0)
