// Which visits of a series a package covers, and why not the others (W12).

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, atTime, dayOf, localDate, localDateTime, localTime } from '../../shared/dates.ts'
import { type Cover, type Covering, coverVisits } from '../../shared/domain/series.ts'

const day = (text: string) => localDate(text)
const relax10 = (more: Partial<Covering> = {}): Covering => ({
  remaining: 5,
  payableMore: null,
  rule: { kind: 'onDate', date: day('2026-03-31') },
  course: { purchasedOn: day('2026-01-05'), validFrom: null, firstUseOn: day('2026-01-12') },
  holds: [],
  cancelledOn: null,
  ...more,
})
const tuesdays = Array.from({ length: 6 }, (_, i) => atTime(addDays(day('2026-03-10'), 7 * i), localTime('10:00')))
const words = (covers: Cover[]) => covers.map((c) => (c.onPackage ? 'on' : c.why))

describe('six Tuesdays from 10 March (W12)', () => {
  it('with 5 left, valid through 31 March: four on the package, 7 and 14 April outside validity', () => {
    expect(words(coverVisits(tuesdays, relax10()))).toEqual(['on', 'on', 'on', 'on', 'outside validity', 'outside validity'])
  })

  it('with 3 left and no end: the first three on it, then no sessions left', () => {
    const covers = coverVisits(tuesdays, relax10({ remaining: 3, rule: { kind: 'never' } }))
    expect(words(covers)).toEqual(['on', 'on', 'on', 'no sessions left', 'no sessions left', 'no sessions left'])
  })

  it('while it is on hold, before it starts, or beyond what is paid, goes at the regular fee', () => {
    const held = relax10({ rule: { kind: 'never' }, holds: [{ fromDay: day('2026-03-16'), throughDay: day('2026-03-20') }] })
    expect(words(coverVisits(tuesdays, held))[1]).toBe('on hold')
    const later = relax10({ course: { purchasedOn: day('2026-03-01'), validFrom: day('2026-03-17'), firstUseOn: null } })
    expect(words(coverVisits(tuesdays, later)).slice(0, 2)).toEqual(['outside validity', 'on'])
    expect(words(coverVisits(tuesdays, relax10({ payableMore: 1 }))).slice(0, 2)).toEqual(['on', 'not paid so far'])
  })

  it('counts the end from the first of them, when it is counted from the first use', () => {
    const afterFirst = relax10({
      remaining: null,
      rule: { kind: 'afterFirstUse', count: 20, unit: 'days' },
      course: { purchasedOn: day('2026-03-01'), validFrom: null, firstUseOn: null },
    })
    expect(words(coverVisits(tuesdays, afterFirst))).toEqual(['on', 'on', 'on', ...Array.from({ length: 3 }, () => 'outside validity')])
  })

  it('gives the sessions to the earliest, in whatever order they are given', () => {
    const mixed = [tuesdays[5]!, tuesdays[0]!, tuesdays[3]!]
    expect(words(coverVisits(mixed, relax10({ remaining: 2, rule: { kind: 'never' } })))).toEqual(['no sessions left', 'on', 'on'])
  })
})

it('never covers more than is left, never a day outside, and always the earliest', () => {
  const offsets = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(offsets, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 }), (days, remaining, through) => {
      const end = addDays(day('2026-01-05'), through)
      const visits = days.map((d) => localDateTime(`${addDays(day('2026-01-05'), d)}T10:00`))
      const covers = coverVisits(visits, relax10({ remaining, rule: { kind: 'onDate', date: end } }))
      const on = visits.filter((_, i) => covers[i]!.onPackage)
      expect(on.length).toBe(Math.min(remaining, visits.filter((v) => dayOf(v) <= end).length))
      expect(on.every((v) => dayOf(v) <= end)).toBe(true)
      const latest = [...on].sort().at(-1)
      const skipped = visits.filter((v, i) => !covers[i]!.onPackage && dayOf(v) <= end)
      expect(skipped.every((v) => latest === undefined || v >= latest)).toBe(true)
    }),
  )
})
