// The one clock. Everything else is told what day and time it is; `new Date` and `Date.now` stand nowhere else.
// TENPACK_NOW ("2026-11-24T08:30") makes it start there and run on, for tests and pictures; never in a packaged app.

import type { Instant, LocalDate, LocalDateTime } from '../shared/dates.ts'

export interface Moment {
  today: LocalDate
  /** The practice's wall clock: that of this machine. */
  now: LocalDateTime
  instant: Instant
}
export type Clock = () => Moment

export function makeClock({ packaged, start = process.env['TENPACK_NOW'] }: { packaged: boolean; start?: string | undefined }): Clock {
  const ahead = packaged || !start ? 0 : new Date(start).getTime() - Date.now() // a time without a zone is read as local
  if (Number.isNaN(ahead)) throw new RangeError('TENPACK_NOW is no date and time such as 2026-11-24T08:30')
  return () => momentOf(new Date(Date.now() + ahead))
}

/** That minute of this machine's wall clock: for what is made as if at another time. */
export const momentAt = (now: LocalDateTime): Moment => momentOf(new Date(now))

export function momentOf(date: Date): Moment {
  const two = (n: number) => String(n).padStart(2, '0')
  const today = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return {
    today: today as LocalDate,
    now: `${today}T${two(date.getHours())}:${two(date.getMinutes())}` as LocalDateTime,
    instant: date.toISOString() as Instant,
  }
}
