// The columns of a table: where each begins and ends. Figures and dates get the width they need, words share the rest;
// tables of one section are placed by all their rows, so that they stand under each other.

import type { Sheet } from './sheet.ts'
import { STYLES, widthOf } from './text.ts'

export interface Column {
  title: string
  align?: 'right'
  /** Its part of the width that is left; without it the column is as wide as its widest cell. */
  grow?: number
}
export interface Placed extends Column {
  left: number
  right: number
}
/** A cell's text, and quieter lines under it. */
export type Cell = string | { text: string; notes: readonly string[] }
export type Row = readonly Cell[]

const GAP = 10
/** The narrowest column of words, and the widest one that may ask for its width. */
const LEAST = 40
const MOST = 110

export const textOf = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.text : (cell ?? ''))
export const notesOf = (cell: Cell | undefined): readonly string[] => (typeof cell === 'object' ? cell.notes : [])

export function placeColumns(sheet: Sheet, columns: readonly Column[], rows: readonly Row[]): Placed[] {
  const needed = columns.map((column, i) =>
    column.grow === undefined
      ? widest(
          sheet,
          column,
          rows.map((row) => textOf(row[i])),
        )
      : 0,
  )
  const left = sheet.right - sheet.left - GAP * (columns.length - 1) - needed.reduce((a, b) => a + b, 0)
  const parts = columns.reduce((all, column) => all + (column.grow ?? 0), 0)
  let x = sheet.left
  return columns.map((column, i) => {
    const from = x
    const to = from + (column.grow === undefined ? (needed[i] ?? 0) : Math.max(LEAST, (left * column.grow) / parts))
    x = to + GAP
    return { ...column, left: from, right: to }
  })
}

/** A hair more than the widest line, so that rounding never wraps it. */
function widest(sheet: Sheet, column: Column, texts: readonly string[]): number {
  const lines = new Set(texts.flatMap((text) => text.split('\n')))
  return (
    Math.min(
      MOST,
      Math.max(widthOf(sheet, column.title, STYLES.column), ...Array.from(lines, (line) => widthOf(sheet, line, STYLES.body))),
    ) + 0.1
  )
}
