// Where things stand in the day grid: pixels, snapping, lanes of overlapping tiles, and closed time.
// Pure; all times are minutes of the day.

import type { Room, Span } from './types.ts'

export const HOUR_PX = 68
export const STEP = 15
export const DAY: Span = { from: 0, to: 24 * 60 }

export const toPx = (minutes: number): number => (minutes * HOUR_PX) / 60
export const toMinutes = (px: number): number => (px * 60) / HOUR_PX

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** The step that a pointer at this minute is in. */
export const stepAt = (minutes: number): number => clamp(Math.floor(minutes / STEP) * STEP, DAY.from, DAY.to - STEP)
/** The nearest line between two steps. */
export const nearestLine = (minutes: number): number => clamp(Math.round(minutes / STEP) * STEP, DAY.from, DAY.to)

/** `8:30`; the end of the day is `24:00`. */
export const clockOf = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** Moves a span by whole steps without leaving the day; its length stays. */
export function moved(span: Span, byMinutes: number): Span {
  const length = span.to - span.from
  const steps = Math.round(byMinutes / STEP) * STEP
  const from = clamp(span.from + steps, DAY.from, Math.max(DAY.from, DAY.to - length))
  return { from, to: from + length }
}

/** Sets the lower edge on a line, at least one step below the start. */
export const resized = (span: Span, to: number): Span => ({ from: span.from, to: clamp(nearestLine(to), span.from + STEP, DAY.to) })

/** What is drawn from one point to another, upwards or downwards: always whole steps, at least one. */
export function drawn(anchor: number, pointer: number): Span {
  const start = stepAt(anchor)
  const there = stepAt(pointer)
  return { from: Math.min(start, there), to: Math.max(start, there) + STEP }
}

/** The column under a pointer, `x` being the distance from the left edge of a body `width` wide. */
export const columnAt = (x: number, width: number, columns: number): number => clamp(Math.floor((x / width) * columns), 0, columns - 1)

export interface Lane {
  lane: number
  lanes: number
}

/**
 * Puts overlapping spans side by side: each takes the first lane that is free, and all that hang
 * together share the same number of lanes. Answers in the order of the input.
 */
export function lanesOf(spans: readonly Span[]): Lane[] {
  const lanes = spans.map((): Lane => ({ lane: 0, lanes: 1 }))
  const inOrder = spans.map((span, index) => ({ ...span, index })).sort((a, b) => a.from - b.from || b.to - a.to || a.index - b.index)
  let cluster: number[] = []
  let ends: number[] = []
  const close = () => {
    for (const index of cluster) lanes[index]!.lanes = ends.length
    cluster = []
    ends = []
  }
  for (const { from, to, index } of inOrder) {
    if (ends.every((end) => end <= from)) close()
    const free = ends.findIndex((end) => end <= from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = to
    lanes[index]!.lane = lane
    cluster.push(index)
  }
  close()
  return lanes
}

export interface Band extends Span {
  label: string
}

const LUNCH = { from: 11 * 60, latest: 14 * 60, longest: 120 }

/** The time of a day that is not worked: before, between and after the working hours. */
export function bandsOf(open: readonly Span[]): Band[] {
  const hours = joined(open)
  if (hours.length === 0) return [{ ...DAY, label: '' }]
  const bands: Band[] = []
  let at = DAY.from
  for (const { from, to } of hours) {
    if (from > at) bands.push({ from: at, to: from, label: at === DAY.from ? '' : labelOfGap({ from: at, to: from }) })
    at = to
  }
  if (at < DAY.to) bands.push({ from: at, to: DAY.to, label: '' })
  return bands
}

/** Only a gap of at most two hours around noon is called by name; what another is for isn't known. */
const labelOfGap = ({ from, to }: Span): string => (from >= LUNCH.from && from <= LUNCH.latest && to - from <= LUNCH.longest ? 'Lunch' : '')

/** Sorts spans and joins those that touch or overlap. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.filter((s) => s.to > s.from).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

/** What a tile has room for, by its length. */
export function roomOf(minutes: number): Room {
  if (minutes < 20) return 'tiny'
  if (minutes < 35) return 'line'
  return minutes < 55 ? 'two' : 'tall'
}

/**
 * The minute at the top of the window when a day is opened: the hour of the first work (8:00 when there is none),
 * or, when now would be out of sight, two hours before now. `fits` is how many minutes the window shows.
 */
export function topOf(starts: readonly number[], now: number | null, fits: number): number {
  const hour = starts.length === 0 ? 8 * 60 : Math.floor(Math.min(...starts) / 60) * 60
  const outOfSight = now !== null && (now < hour || now > hour + fits - 30)
  return outOfSight ? clamp(Math.floor((now - 120) / 60) * 60, DAY.from, DAY.to) : hour
}
