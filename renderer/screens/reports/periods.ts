// The periods one asks a statement for. Up to today where the period is not over: what is ahead is not yet treatment.

import { addDays, addTo, type LocalDate, localDate, startOfMonth, startOfYear } from '../../../shared/dates.ts'
import type { Period } from './use-statement.ts'

export const PERIODS = ['thisYear', 'lastYear', 'thisMonth', 'lastTwelveMonths', 'all'] as const
export type PeriodName = (typeof PERIODS)[number]

export const PERIOD_WORDS: Record<PeriodName, string> = {
  thisYear: 'This year',
  lastYear: 'Last year',
  thisMonth: 'This month',
  lastTwelveMonths: '12 months',
  all: 'All',
}

export function periodOf(name: PeriodName, today: LocalDate, earliest: LocalDate): Period {
  const newYear = startOfYear(today)
  switch (name) {
    case 'thisYear':
      return { from: newYear, through: today }
    case 'lastYear':
      return { from: startOfYear(addDays(newYear, -1)), through: addDays(newYear, -1) }
    case 'thisMonth':
      return { from: startOfMonth(today), through: today }
    case 'lastTwelveMonths':
      return { from: localDate(addTo(addDays(today, 1), -12, 'months')), through: today }
    case 'all':
      return { from: earliest, through: today }
  }
}

/** Which of them a period is, if any. */
export const nameOf = ({ from, through }: Period, today: LocalDate, earliest: LocalDate): PeriodName | undefined =>
  PERIODS.find((name) => {
    const period = periodOf(name, today, earliest)
    return period.from === from && period.through === through
  })
