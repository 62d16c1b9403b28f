// Laws that hold for any amounts, terms and days, not only for examples.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addTo, daysBetween, isLocalDate, localDate, startOfWeek, weekdayOf } from '../../shared/dates.ts'
import { overlap } from '../../shared/domain/appointments.ts'
import { byPreference, type Choice, paidSessions } from '../../shared/domain/client-packages.ts'
import { dealValues, leftToDeal, totalOf } from '../../shared/domain/packages.ts'
import { type RefundCase, ownAmount, unusedShare, usedAtRegularPrice } from '../../shared/domain/refunds.ts'
import { canMove, inPipOrder, MOVES } from '../../shared/domain/sessions.ts'
import { taxOfParts, taxOn } from '../../shared/domain/tax.ts'
import { SESSION_STATES, type SessionMove } from '../../shared/domain/words.ts'
import { formatMoney, parseMoney } from '../../shared/format.ts'
import { dealByWeights, dealEqually, minor, sum } from '../../shared/money.ts'

const amount = fc.integer({ min: 0, max: 99_999_999 }).map(minor)
const rates = fc.array(fc.record({ rate: fc.integer({ min: 0, max: 30_000 }) }), { maxLength: 3 })
const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(localDate('1970-01-01'), n))
const terms = fc.array(fc.record({ quantity: fc.option(fc.integer({ min: 1, max: 40 })), itemPriceMinor: amount }), {
  minLength: 1,
  maxLength: 6,
})

describe('money', () => {
  it('loses no cent when it is dealt, and no part differs by more than one from an equal share', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 200 }), (total, n) => {
        const parts = dealEqually(total, n)
        expect(sum(parts)).toBe(total)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
        expect(parts).toEqual([...parts].sort((a, b) => b - a))
      }),
    )
  })
  it('loses no cent when it is dealt by weights, and each part is within one of its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }).map(minor),
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const parts = dealByWeights(total, weights)
          expect(sum(parts)).toBe(total)
          const all = weights.reduce((t, w) => t + w, 0)
          if (all > 0) parts.forEach((p, i) => expect(Math.abs(p - (total * weights[i]!) / all)).toBeLessThan(1))
        },
      ),
    )
  })
  it('is read back as it was written, in any currency', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom('CAD', 'JPY', 'KWD'), (value, currency) => {
        expect(parseMoney(formatMoney(value, currency), currency)).toBe(value)
      }),
    )
  })
})

describe('values', () => {
  it('add up to the charge whatever the items', () => {
    fc.assert(
      fc.property(terms, amount, (items, charge) => {
        const values = dealValues(items, charge, 'upfront')
        expect(totalOf(values)).toBe(charge)
        expect(values.pot).toBeGreaterThanOrEqual(0)
        expect(values.sessions.map((s) => s.length)).toEqual(items.map((i) => i.quantity ?? 0))
        expect(values.sessions.flat().every((v) => v >= 0)).toBe(true)
      }),
    )
  })
})

describe('values split equally or by hand', () => {
  const split = fc.constantFrom('equal' as const, 'byHand' as const)
  it('add up to the charge, in as many sessions as the items have, none below nothing', () => {
    fc.assert(
      fc.property(terms, amount, split, fc.array(amount, { maxLength: 40 }), (items, charge, how, typed) => {
        const byHand = items.map((i) => ({ ...i, values: Array.from({ length: i.quantity ?? 0 }, (_, n) => typed[n] ?? minor(0)) }))
        const values = dealValues(byHand, charge, 'upfront', how)
        expect(totalOf(values)).toBe(charge)
        expect(values.sessions.map((s) => s.length)).toEqual(items.map((i) => i.quantity ?? 0))
        expect(values.sessions.flat().every((v) => v >= 0)).toBe(true)
        if (how === 'equal') expect(Math.max(0, ...values.sessions.flat()) - Math.min(...values.sessions.flat(), Infinity)).toBeLessThan(2)
      }),
    )
  })
  it('by hand are what was typed while the price is charged in full, and nothing is left to deal', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), (typed) => {
        const items = [{ quantity: typed.length, itemPriceMinor: minor(100), values: typed }]
        fc.pre(sum(typed) > 0)
        expect(dealValues(items, sum(typed), 'upfront', 'byHand').sessions).toEqual([typed])
        expect(leftToDeal(items, sum(typed))).toBe(0)
        expect(leftToDeal(items, minor(sum(typed) + 1))).toBe(1)
      }),
    )
  })
})

describe('tax', () => {
  it('of the parts adds up to the tax of the whole', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), rates, fc.boolean(), (parts, r, inclusive) => {
        expect(sum(taxOfParts(parts, r, inclusive))).toBe(taxOn(sum(parts), r, inclusive))
      }),
    )
  })
})

describe('refunds', () => {
  it('are never below nothing nor above what was paid, and their net and tax add up', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 20 }),
        fc.nat(20),
        amount,
        rates,
        fc.boolean(),
        (charge, n, used, regular, r, pricesIncludeTax) => {
          const own = r.map((x, i) => ({ id: i, name: '', ...x }))
          const taxMinor = taxOn(charge, own, pricesIncludeTax)
          const totalMinor = minor(charge + (pricesIncludeTax ? 0 : taxMinor))
          const c: RefundCase = {
            paidMinor: totalMinor,
            totalMinor,
            taxMinor,
            consumedMinor: sum(dealEqually(charge, n).slice(0, used)),
            regular: Array.from({ length: Math.min(used, n) }, () => ({ priceMinor: regular, rates: own })),
            rates: own,
            pricesIncludeTax,
          }
          for (const refund of [unusedShare(c), usedAtRegularPrice(c), ownAmount(c, minor(Math.floor(totalMinor / 2)))]) {
            expect(refund.refundMinor).toBeGreaterThanOrEqual(0)
            expect(refund.refundMinor).toBeLessThanOrEqual(totalMinor)
            expect(refund.netMinor + refund.taxMinor).toBe(refund.refundMinor)
          }
        },
      ),
    )
  })
})

describe('dates', () => {
  it('add and subtract days to where they came from, and weeks start on a Monday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (d, n) => {
        const other = addDays(d, n)
        expect(isLocalDate(other)).toBe(true)
        expect(daysBetween(d, other)).toBe(n)
        expect(weekdayOf(startOfWeek(d))).toBe(1)
        expect(daysBetween(startOfWeek(d), d)).toBe(weekdayOf(d) - 1)
      }),
    )
  })
  it('clip to the end of the month when months are added', () => {
    fc.assert(
      fc.property(day, fc.nat(120), (d, months) => {
        const other = addTo(d, months, 'months')
        expect(Number(other.slice(8))).toBeLessThanOrEqual(Number(d.slice(8)))
        expect(isLocalDate(other)).toBe(true)
      }),
    )
  })
})

describe('appointments', () => {
  it('overlap one another or not at all, and touching is no overlap', () => {
    const slot = fc
      .tuple(fc.nat(1_000), fc.integer({ min: 1, max: 200 }))
      .map(([from, length]) => ({ startsAt: time(from), busyUntil: time(from + length) }))
    const time = (n: number) => String(n).padStart(16, '0') as never
    fc.assert(
      fc.property(slot, slot, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a))
        expect(overlap(a, { startsAt: a.busyUntil, busyUntil: '9' as never })).toBe(false)
        expect(overlap(a, a)).toBe(true)
      }),
    )
  })
})

describe('sessions', () => {
  it('move only where the table says, and every move that is undone comes back', () => {
    const back: [SessionMove, SessionMove][] = [
      ['use', 'undoUse'],
      ['forfeit', 'undoForfeit'],
      ['expire', 'reinstate'],
      ['cancel', 'reactivate'],
      ['transfer', 'undoTransfer'],
      ['handOver', 'undoHandOver'],
      ['adjustMinus', 'restore'],
    ]
    for (const [move, undo] of back) for (const [from, to] of MOVES[move]) if (from !== null) expect(canMove(undo, to, from)).toBe(true)
    expect(canMove('use', 'available', 'used')).toBe(false)
    expect(canMove('transfer', 'booked', 'transferred')).toBe(false)
  })
  it('draw one pip for every row that was not withdrawn', () => {
    const session = fc.record({
      id: fc.nat(),
      number: fc.integer({ min: 1, max: 99 }),
      state: fc.constantFrom(...SESSION_STATES),
      valueMinor: amount,
    })
    fc.assert(
      fc.property(fc.array(session, { maxLength: 30 }), (sessions) => {
        expect(inPipOrder(sessions)).toHaveLength(sessions.filter((s) => s.state !== 'withdrawn').length)
      }),
    )
  })
})

describe('choosing a package', () => {
  const choice = fc.record<Choice>({
    isOwn: fc.boolean(),
    end: fc.option(day),
    remaining: fc.option(fc.nat(20)),
    purchasedOn: day,
    clientPackageId: fc.nat(50),
    services: fc.nat(5),
  })
  it('is a true order: no circle, no favourite by chance', () => {
    fc.assert(
      fc.property(choice, choice, choice, (a, b, c) => {
        expect(Math.sign(byPreference(a, b))).toBe(-Math.sign(byPreference(b, a)) + 0)
        if (byPreference(a, b) <= 0 && byPreference(b, c) <= 0) expect(byPreference(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
  it('never lets more be used than was paid for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), amount, amount, (n, paid, total) => {
        const allowed = paidSessions(n, paid, total)
        expect(allowed).toBeLessThanOrEqual(n)
        if (total > 0 && paid < total) expect(allowed * total).toBeLessThanOrEqual(n * paid)
        if (paid >= total) expect(allowed).toBe(n)
      }),
    )
  })
})
