// How a ratio is measured: its two sides run in turn, in one process, and the median of the rounds decides.
// Whichever went first in one round goes second in the next, so that neither gains by its place.

export interface Side {
  /** Made ready before each round, not timed: a fresh copy of a file, for instance. */
  before?: () => unknown
  /** What is timed. */
  run: () => unknown
}
export interface Measure {
  id: string
  what: string
  against: string
  /** The ratio must not be above this. */
  goal: number
  /** At least 9. */
  rounds: number
  open: () => Promise<{ ours: Side; other: Side; close?: () => unknown }>
}
/** What is drawn while a person scrolls: no frame may take longer than the goal, in milliseconds. */
export interface Frames {
  id: string
  what: string
  goal: number
  rounds: number
  /** `bare`: of a page of nothing but height, which tells what the machine itself does to frames. */
  open: () => Promise<{ frames: () => Promise<number[]>; bare: () => Promise<number[]>; close: () => unknown }>
}
export interface FrameResult {
  id: string
  goal: number
  /** Of the longest frame of each round, and of the one that 19 of 20 frames are below, the median round. */
  longestMs: number
  p95Ms: number
  bareLongestMs: number
  bareP95Ms: number
}
export interface Result {
  id: string
  median: number
  upperQuartile: number
  goal: number
  /** Medians of the two sides, in milliseconds. */
  oursMs: number
  otherMs: number
}

const WARM_UP = 2

export async function measure({ id, goal, rounds, open }: Measure): Promise<Result> {
  if (rounds < 9) throw new RangeError(`${id} needs at least 9 rounds`)
  const { ours, other, close } = await open()
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let round = -WARM_UP; round < rounds; round++) {
    const [first, second] = round % 2 === 0 ? [ours, other] : [other, ours]
    const times = new Map([[first, await timed(first)]])
    times.set(second, await timed(second))
    if (round < 0) continue
    mine.push(times.get(ours) ?? NaN)
    theirs.push(times.get(other) ?? NaN)
  }
  await close?.()
  const ratios = mine.map((time, i) => time / (theirs[i] ?? NaN))
  return {
    id,
    goal,
    median: quantile(ratios, 0.5),
    upperQuartile: quantile(ratios, 0.75),
    oursMs: quantile(mine, 0.5),
    otherMs: quantile(theirs, 0.5),
  }
}

export async function measureFrames({ id, goal, rounds, open }: Frames): Promise<FrameResult> {
  const { frames, bare, close } = await open()
  const [mine, theirs]: [number[][], number[][]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    theirs.push(await bare())
    mine.push(await frames())
  }
  await close()
  const median = (taken: number[][], part: number): number =>
    quantile(
      taken.map((round) => quantile(round, part)),
      0.5,
    )
  return {
    id,
    goal,
    longestMs: median(mine, 1),
    p95Ms: median(mine, 0.95),
    bareLongestMs: median(theirs, 1),
    bareP95Ms: median(theirs, 0.95),
  }
}

async function timed({ before, run }: Side): Promise<number> {
  await before?.()
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Between the two nearest of the sorted values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN]
  return low + (high - low) * (place % 1)
}
