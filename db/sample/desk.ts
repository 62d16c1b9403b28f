// What the makers of the sample share: the desk they work at, and chance that falls the same way every time.

import type { LocalDate, LocalDateTime } from '../../shared/dates.ts'
import type { Client } from './offer.ts'

export interface SampleDesk {
  /** Calls as the owner of the sample practice. */
  call: Client
  setNow(now: LocalDateTime): void
  /** What the app does by itself when a day comes. */
  openDay(): Promise<void>
  /** The moment the sample is made for; the clock never passes it. */
  now: LocalDateTime
  /** The day the clock shows. */
  day(): LocalDate
  onProgress(done: number, of: number): void
}

export type Random = (below: number) => number

/** A small generator of our own: the same seed gives the same practice on every machine. */
export function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
