// Reads a day as people type it: 14.3.1986, 14/3/86, 14 Mar 1986, March 14, 1986-03-14, 14031986.
// Where only the order tells day from month, the practice's country decides; a number above 12 decides for itself.

import { isLocalDate, type LocalDate } from './dates.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export interface DayReading {
  today: LocalDate
  /** 3/14 rather than 14/3. */
  monthFirst?: boolean
  /** A birth date: two digits of a year mean one that has been, and a day needs its year. */
  past?: boolean
}

export function parseDay(text: string, { today, monthFirst = false, past = false }: DayReading): LocalDate | undefined {
  const parts = partsOf(text)
  if (parts === undefined || parts.length < 2 || parts.length > 3) return undefined
  const named = parts.findIndex((part) => /^\p{L}/u.test(part))
  const order = named === -1 ? orderOfNumbers(parts, monthFirst) : orderAround(parts, named)
  const month = named === -1 ? Number(order.month) : 1 + MONTHS.findIndex((name) => order.month.toLowerCase().startsWith(name))
  const year = yearOf(order.year, today, past)
  if (month < 1 || year === undefined) return undefined
  const day = `${year}-${String(month).padStart(2, '0')}-${order.day.padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}

interface Order {
  day: string
  month: string
  year: string | undefined
}

function partsOf(text: string): string[] | undefined {
  const tidy = text.trim()
  const run = /^(\d\d)(\d\d)(\d{4})$/.exec(tidy)
  if (run) return run.slice(1)
  const parts = tidy.split(/[\s.,/-]+/).filter(Boolean)
  return parts.every((part) => /^(\d{1,4}|\p{L}{3,12})$/u.test(part)) ? parts : undefined
}

function orderOfNumbers([a = '', b = '', c]: string[], monthFirst: boolean): Order {
  if (a.length === 4) return { year: a, month: b, day: c ?? '' }
  const swapped = Number(b) > 12 || (monthFirst && Number(a) <= 12)
  return swapped ? { month: a, day: b, year: c } : { day: a, month: b, year: c }
}

/** `14 Mar 1986`, `Mar 14 1986`, `1986 Mar 14` */
function orderAround(parts: string[], named: number): Order {
  const [first = '', second] = parts.filter((_, i) => i !== named)
  const yearFirst = first.length === 4
  return { month: parts[named] ?? '', day: (yearFirst ? second : first) ?? '', year: yearFirst ? first : second }
}

function yearOf(text: string | undefined, today: LocalDate, past: boolean): string | undefined {
  const thisYear = today.slice(0, 4)
  if (text === undefined) return past ? undefined : thisYear
  if (text.length === 4) return text
  if (text.length !== 2) return undefined
  const century = Number(thisYear.slice(0, 2))
  return `${past && text > thisYear.slice(2) ? century - 1 : century}${text}`
}
