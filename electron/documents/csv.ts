// Tables as CSV that spreadsheets open as they are: UTF-8 with its mark, and no cell that they would take for a formula.

import { stringify } from 'csv-stringify/sync'

type Cell = string | number | null

/** Spreadsheets run what begins with these; a number may begin with a minus. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)

export function csvOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array {
  const cells = [heads, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell)))
  return Buffer.from(stringify(cells, { bom: true, record_delimiter: 'windows' }), 'utf8')
}
