// A repeat series on a package: the first valid dates in order are booked on it, the rest at the regular fee.

import { type LocalDate } from '../dates.ts'
import { whyNotOn } from './client-packages.ts'
import type { Hold } from './holds.ts'

export interface SeriesVisit {
  day: LocalDate
  onPackage: boolean
  why: 'outside validity' | 'no sessions left' | null
}

/** `remaining` null: unlimited. Days are taken in date order, whatever order they come in. */
export function planSeries(
  days: readonly LocalDate[],
  p: {
    remaining: number | null
    cancelledOn: LocalDate | null
    purchasedOn: LocalDate
    validFrom: LocalDate | null
    end: LocalDate | null
    holds: readonly Hold[]
  },
): SeriesVisit[] {
  let left = p.remaining ?? Infinity
  return [...days].sort().map((day) => {
    if (whyNotOn(p, day)) return { day, onPackage: false, why: 'outside validity' }
    if (left === 0) return { day, onPackage: false, why: 'no sessions left' }
    left -= 1
    return { day, onPackage: true, why: null }
  })
}
