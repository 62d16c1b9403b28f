// `npm run bench`: measures ratios against their goals, and frames. `--only P1,P2` chooses; `--json` prints the figures and
// nothing else. Ratios, not times: both sides run on the same machine at the same moment, so they mean something anywhere.

import { parseArgs } from 'node:util'
import { p1, p2 } from './booking.ts'
import { p23, p24 } from './client-packages.ts'
import { type FrameResult, type Frames, measure, measureFrames, type Measure, type Result } from './measure.ts'
import { p25 } from './scrolling.ts'
import { p14 } from './start.ts'
import { p16 } from './p16.ts'
import { p17 } from './p17.ts'

const MEASURES: Measure[] = [p1, p2, p14, p16, p17, p23, p24]
const FRAMES: Frames[] = [p25]

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } })
const ids = values.only?.split(',').map((id) => id.trim().toUpperCase())
refuseUnknown(ids)
const isChosen = ({ id }: { id: string }): boolean => ids === undefined || ids.includes(id)
const say = (text: string): void => void (values.json || process.stdout.write(text))

const ratios: Result[] = []
for (const one of MEASURES.filter(isChosen)) {
  const result = await measure(one)
  ratios.push(result)
  say(ratioRow(one, result))
}
const frames: FrameResult[] = []
for (const one of FRAMES.filter(isChosen)) {
  const result = await measureFrames(one)
  frames.push(result)
  say(frameRow(one, result))
}
const isMissed = ratios.some(({ median, goal }) => median > goal) || frames.some(({ longestMs, goal }) => longestMs > goal)
if (values.json) {
  const figures = ratios.map(({ id, median, upperQuartile, goal }) => ({ id, median, upperQuartile, goal }))
  process.stdout.write(`${JSON.stringify([...figures, ...frames])}\n`)
} else if (isMissed) {
  say('Not every goal was reached.\n')
}
if (isMissed) process.exitCode = 1

function refuseUnknown(asked: string[] | undefined): void {
  const known = [...MEASURES, ...FRAMES].map(({ id }) => id)
  const unknown = asked?.filter((id) => !known.includes(id)) ?? []
  if (unknown.length === 0) return
  process.stderr.write(`There is no ${unknown.join(', ')}; there are ${known.join(', ')}.\n`)
  process.exit(2)
}

function ratioRow({ id, what, against }: Measure, { median, upperQuartile, goal, oursMs, otherMs }: Result): string {
  const head = ratios.length === 1 ? row(['', 'what', 'against', 'median', 'upper q.', 'goal', 'ours', 'other', '']) : ''
  const ms = (time: number): string => `${time.toFixed(1)} ms`
  const cells = [
    id,
    what,
    against,
    median.toFixed(2),
    upperQuartile.toFixed(2),
    `≤ ${goal}`,
    ms(oursMs),
    ms(otherMs),
    verdict(median <= goal),
  ]
  return head + row(cells)
}

function frameRow({ id, what }: Frames, { longestMs, p95Ms, goal, bareLongestMs, bareP95Ms }: FrameResult): string {
  const head = frames.length === 1 ? row(['', 'frames in ms', 'beside', 'longest', 'p95', 'goal', 'its longest', 'its p95', '']) : ''
  const [longest, p95, bareLongest, bareP95] = [longestMs, p95Ms, bareLongestMs, bareP95Ms].map((ms) => ms.toFixed(1)) as [
    string,
    string,
    string,
    string,
  ]
  return head + row([id, what, 'a page of nothing but height', longest, p95, `≤ ${goal}`, bareLongest, bareP95, verdict(longestMs <= goal)])
}

function verdict(isReached: boolean): string {
  return isReached ? 'reached' : 'MISSED'
}

function row(cells: string[]): string {
  const widths = [5, 38, 42, 8, 9, 7, 11, 11, 8]
  return `${cells
    .map((cell, i) => (i >= 3 && i <= 7 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
    .join(' ')
    .trimEnd()}\n`
}
