// Dates and times as strings that sort in time order. Rules never ask what day it is: it is passed in.
// All in UTC, so no machine's time zone ever shows through (but in dayHere). Steps of days and minutes are plain arithmetic, since booking
// takes many of them; months and words are dayjs's.

import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'
import type { $brand } from 'zod'

dayjs.extend(utc)

/** A calendar day, `2026-11-21`. */
export type LocalDate = string & $brand<'LocalDate'>
/** The practice's wall clock, `2026-11-21T14:30`, without a zone. */
export type LocalDateTime = string & $brand<'LocalDateTime'>
/** A UTC instant, `2026-11-21T22:30:15.123Z`; for the audit, never for appointments. */
export type Instant = string & $brand<'Instant'>
/** A time of the day, `14:30`. */
export type LocalTime = string & $brand<'LocalTime'>

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Milliseconds of a day (read as midnight UTC) or of a time that ends in Z; NaN for what is neither. */
const msOf = (text: string): number => Date.parse(text)
const dayAt = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate

export type DateUnit = 'days' | 'weeks' | 'months'

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-01-01') return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0))
}
export function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
export function isLocalDateTime(text: string): text is LocalDateTime {
  return text.length === 16 && text[10] === 'T' && isLocalDate(text.slice(0, 10)) && isLocalTime(text.slice(11))
}

/** Reads a day that is known to be one (a literal, a column). Throws on anything else. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a date: ${text}`)
  return text
}
export function localDateTime(text: string): LocalDateTime {
  if (!isLocalDateTime(text)) throw new RangeError(`Not a date and time: ${text}`)
  return text
}
export function localTime(text: string): LocalTime {
  if (!isLocalTime(text)) throw new RangeError(`Not a time: ${text}`)
  return text
}

export const dayOf = (at: LocalDateTime): LocalDate => at.slice(0, 10) as LocalDate
export const timeOf = (at: LocalDateTime): LocalTime => at.slice(11) as LocalTime
export const atTime = (day: LocalDate, time: LocalTime): LocalDateTime => `${day}T${time}` as LocalDateTime

/** Adds whole units; months clip to the month's end (31 Jan + 1 month = 28 Feb). */
export const addTo = (day: LocalDate, count: number, unit: DateUnit): LocalDate =>
  dayjs.utc(day).add(count, unit).format('YYYY-MM-DD') as LocalDate
export const addDays = (day: LocalDate, count: number): LocalDate => dayAt(msOf(day) + count * DAY)
export const addMinutes = (at: LocalDateTime, count: number): LocalDateTime =>
  count === 0 ? at : (new Date(msOf(`${at}Z`) + count * MINUTE).toISOString().slice(0, 16) as LocalDateTime)

export const daysBetween = (from: LocalDate, to: LocalDate): number => (msOf(to) - msOf(from)) / DAY
export const minutesBetween = (from: LocalDateTime, to: LocalDateTime): number => (msOf(`${to}Z`) - msOf(`${from}Z`)) / MINUTE
export const minutesOfDay = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Whole seconds; below 0 when the clock was set back in between. */
export const secondsBetween = (from: Instant, to: Instant): number => dayjs.utc(to).diff(dayjs.utc(from), 'second')
export const daysBefore = (at: Instant, days: number): Instant => dayjs.utc(at).subtract(days, 'day').toISOString() as Instant

/** The day of an instant by the clock of the machine this runs on, the practice's own: for showing, never for a rule. */
export const dayHere = (at: Instant): LocalDate => dayjs(at).format('YYYY-MM-DD') as LocalDate

/** 1 = Monday … 7 = Sunday, as in ISO 8601. */
export const weekdayOf = (day: LocalDate): number => new Date(msOf(day)).getUTCDay() || 7
export const startOfYear = (day: LocalDate): LocalDate => `${day.slice(0, 4)}-01-01` as LocalDate
export const startOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 7)}-01` as LocalDate
/** The day of the same week that is the given weekday (1 = Monday), in weeks that start on Monday. */
export const startOfWeek = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day))

export const earlier = <T extends string>(a: T, b: T): T => (a < b ? a : b)
export const later = <T extends string>(a: T, b: T): T => (a > b ? a : b)

/** Midnight UTC of a day, for files that carry a date: the same whenever and wherever they are made. */
export const midnightOf = (day: LocalDate) => dayjs.utc(day).toDate()

/** Formats a day with dayjs tokens, for shared/format.ts only. */
export const formatDay = (day: LocalDate, tokens: string): string => dayjs.utc(day).format(tokens)
