// How amounts, dates and names are written, on screen and on paper alike. Pure text; no locale of the machine.

import { digitsOf } from './currencies.ts'
import { formatDay, type LocalDate, type LocalDateTime, type LocalTime, timeOf, dayOf } from './dates.ts'
import type { Minor, Rate } from './money.ts'

/** 123456 in CAD is `1,234.56`; negative amounts carry a true minus sign. */
export function formatMoney(amount: Minor | number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '−' : ''}${whole}${digits ? `.${text.slice(-digits)}` : ''}`
}

/** `640.00`, and where that is not the practice’s currency `640.00 USD` (see docs/decisions/0009). */
export const formatMoneyBeside = (amount: Minor | number, currency: string, practiceCurrency: string): string =>
  currency === practiceCurrency ? formatMoney(amount, currency) : `${formatMoney(amount, currency)}\u00a0${currency}`

/** `-1234.56`: as other programs read it, without grouping. */
export const formatPlainMoney = (amount: Minor | number, currency: string): string =>
  formatMoney(amount, currency).replaceAll(',', '').replace('−', '-')

/** Without the spaces and apostrophes that part thousands, and with a plain minus sign. */
const tidyMoney = (text: string): string =>
  text
    .trim()
    .replace(/[\s  ']/g, '')
    .replace(/^−/, '-')

/**
 * Three digits after the only point or comma: thousands, or a digit too many? Commas part thousands here, so `12,345` is clear
 * and `12.345` is not; in a currency with three decimals it is the other way round.
 */
function isUnclear(tidy: string, digits: number): boolean {
  const [, whole = '', separator] = /^-?(\d{1,3})([.,])\d{3}$/.exec(tidy) ?? []
  if (separator === undefined || digits === 0 || (digits === 3 && separator === '.')) return false
  return digits === 3 || separator === '.' || whole.startsWith('0')
}

/** Reads what a person typed ("1,250.5", "1250,50", "−3") into minor units, or undefined if it is no amount of that currency. */
export function parseMoney(text: string, currency: string): number | undefined {
  const digits = digitsOf(currency)
  const tidy = tidyMoney(text)
  if (isUnclear(tidy, digits)) return undefined
  const groups = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.exec(tidy)
  const isWhole = groups !== null && (digits < 3 || groups[2] !== undefined)
  const point = isWhole ? null : /[.,](?=\d{1,3}$)/.exec(tidy)
  const fraction = point ? tidy.slice(point.index + 1) : ''
  const whole = (point ? tidy.slice(0, point.index) : tidy).replace(/[.,](?=\d{3}(\D|$))/g, '')
  if (!/^-?\d{1,11}$/.test(whole) || fraction.length > digits) return undefined
  const amount = Number(whole.replace('-', '') + fraction.padEnd(digits, '0'))
  return whole.startsWith('-') && amount !== 0 ? -amount : amount
}

/** Why a typed text is no amount of that currency, and what to write instead. */
export function problemOfMoney(text: string, currency: string): string {
  const [digits, tidy] = [digitsOf(currency), tidyMoney(text)]
  if (!isUnclear(tidy, digits)) return 'This is not an amount.'
  const [whole = '', rest = ''] = tidy.split(/[.,]/)
  const thousands = Number(whole) === 0 ? Number(rest) : whole + rest
  return `This can be read in two ways. Write ${thousands} or ${whole}.${rest.slice(0, digits)}.`
}

/** 9975 is `9.975 %`. */
export const formatRate = (rate: Rate): string => `${String(rate / 1000)} %`

/** `24 Nov 2026` */
export const formatDate = (day: LocalDate): string => formatDay(day, 'D MMM YYYY')
/** `24 November 2026`, for paper. */
export const formatLongDate = (day: LocalDate): string => formatDay(day, 'D MMMM YYYY')
/** `Tue 24 Nov` */
export const formatWeekday = (day: LocalDate): string => formatDay(day, 'ddd D MMM')
/** `Tuesday 24 November`, the calendar's heading. */
export const formatDayHeading = (day: LocalDate): string => formatDay(day, 'dddd D MMMM')
/** `8:30` */
export const formatTime = (time: LocalTime): string => time.replace(/^0/, '')
/** `24 Nov`, with its year when that is not the year of `today`. */
export const formatNearDate = (day: LocalDate, today: LocalDate): string =>
  formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? 'D MMM' : 'D MMM YYYY')
/** `Feb – Jul 2026`, `Nov 2025 – Feb 2026`, `Jul 2026` */
export function formatMonths(from: LocalDate, through: LocalDate): string {
  const last = formatDay(through, 'MMM YYYY')
  const first = formatDay(from, from.slice(0, 4) === through.slice(0, 4) ? 'MMM' : 'MMM YYYY')
  return from.slice(0, 7) === through.slice(0, 7) ? last : `${first} – ${last}`
}
/** `Tue 24 Nov, 8:30` */
export const formatDateTime = (at: LocalDateTime): string => `${formatWeekday(dayOf(at))}, ${formatTime(timeOf(at))}`

/** `0217`: a client's number as it is written. */
export const formatClientNumber = (number: number): string => String(number).padStart(4, '0')

/** `Anna Lee`; a client may have only one of the two names. */
export const fullName = (p: { givenName: string; familyName: string }): string => `${p.givenName} ${p.familyName}`.trim()
/** `Lee, Anna`, for file names and lists that sort. */
export const sortName = (p: { givenName: string; familyName: string }): string => [p.familyName, p.givenName].filter(Boolean).join(', ')

export const plural = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** `2 used, 1 forfeited, 1 handed over`, of sessions and pieces; empty when there is none. */
export const consumedWords = (c: { usedCount: number; forfeitedCount: number; pieceCount: number }): string =>
  (
    [
      [c.usedCount, 'used'],
      [c.forfeitedCount, 'forfeited'],
      [c.pieceCount, 'handed over'],
    ] as const
  )
    .filter(([n]) => n > 0)
    .map(([n, what]) => `${n} ${what}`)
    .join(', ')
