// `npm run bench`: measures ratios against their goals. `--only P1,P2` chooses; `--json` prints the figures and nothing else.
// Ratios, not times: both sides run on the same machine at the same moment, so the figures mean something anywhere.

import { parseArgs } from 'node:util'
import { p1, p2 } from './booking.ts'
import { p23, p24 } from './client-packages.ts'
import { measure, type Measure, type Result } from './measure.ts'
import { p14 } from './start.ts'
import { p16 } from './p16.ts'
import { p17 } from './p17.ts'

const MEASURES: Measure[] = [p1, p2, p14, p16, p17, p23, p24]

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } })
const chosen = choose(values.only?.split(',').map((id) => id.trim().toUpperCase()))

const results: Result[] = []
for (const one of chosen) {
  const result = await measure(one)
  results.push(result)
  if (!values.json) print(one, result)
}
if (values.json) {
  process.stdout.write(`${JSON.stringify(results.map(({ id, median, upperQuartile, goal }) => ({ id, median, upperQuartile, goal })))}\n`)
} else if (results.some(({ median, goal }) => median > goal)) {
  process.stdout.write('Not every goal was reached.\n')
}
if (results.some(({ median, goal }) => median > goal)) process.exitCode = 1

function choose(ids: string[] | undefined): Measure[] {
  const unknown = ids?.filter((id) => !MEASURES.some((m) => m.id === id)) ?? []
  if (unknown.length > 0) {
    process.stderr.write(`There is no ${unknown.join(', ')}; there are ${MEASURES.map((m) => m.id).join(', ')}.\n`)
    process.exit(2)
  }
  return MEASURES.filter((m) => ids === undefined || ids.includes(m.id))
}

function print({ id, what, against }: Measure, { median, upperQuartile, goal, oursMs, otherMs }: Result): void {
  if (results.length === 1) process.stdout.write(row(['', 'what', 'against', 'median', 'upper q.', 'goal', 'ours', 'other', '']))
  const ms = (time: number): string => `${time.toFixed(1)} ms`
  const verdict = median <= goal ? 'reached' : 'MISSED'
  process.stdout.write(row([id, what, against, median.toFixed(2), upperQuartile.toFixed(2), `≤ ${goal}`, ms(oursMs), ms(otherMs), verdict]))
}

function row(cells: string[]): string {
  const widths = [5, 38, 42, 8, 9, 7, 11, 11, 8]
  return `${cells
    .map((cell, i) => (i >= 3 && i <= 7 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
    .join(' ')
    .trimEnd()}\n`
}
