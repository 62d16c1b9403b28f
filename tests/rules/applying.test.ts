// Which item of a client package becomes which of the new terms, how many sessions come or go, and what stands in the way.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFees, type OwnedItem, pairItems, sessionsBy, whyNotApplied } from '../../shared/domain/applying.ts'

const owned = (more: Partial<OwnedItem> = {}): OwnedItem => ({
  productId: null,
  quantity: 10,
  services: [{ serviceId: 1, feeMinor: null }],
  label: 'Physio 45',
  free: 5,
  taken: 5,
  total: 10,
  bookedServiceIds: [],
  ...more,
})
const next = (more: Partial<OwnedItem> = {}) => ({ productId: null, quantity: 10, services: [{ serviceId: 1, feeMinor: null }], ...more })
const covering = (...ids: number[]) => ids.map((serviceId) => ({ serviceId, feeMinor: null }))

describe('items find their counterpart', () => {
  it('by product, by the same services, by some of them, then by order', () => {
    const [belt, physio, pool, chiro] = [
      owned({ productId: 9, services: [] }),
      owned(),
      owned({ services: covering(2, 3) }),
      owned({ services: covering(4) }),
    ]
    const [toBelt, toPhysio, toPool, toTalk] = [
      next({ productId: 9, services: [] }),
      next(),
      next({ services: covering(3, 5) }),
      next({ services: covering(6) }),
    ]
    expect(pairItems([chiro, pool, physio, belt], [toTalk, toPhysio, toBelt, toPool])).toEqual([
      { owned: chiro, next: toTalk },
      { owned: pool, next: toPool },
      { owned: physio, next: toPhysio },
      { owned: belt, next: toBelt },
    ])
  })

  it('and never a product a service; each is in one pair, whatever there is', () => {
    const item = fc.record({ productId: fc.constantFrom(null, 1, 2), services: fc.constantFrom(covering(1), covering(2), covering(1, 2)) })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), fc.array(item, { maxLength: 6 }), (before, after) => {
        const [mine, theirs] = [before.map((i) => owned(i)), after.map((i) => next(i))]
        const pairs = pairItems(mine, theirs)
        expect(pairs.flatMap((p) => p.owned ?? [])).toEqual(mine)
        expect(new Set(pairs.flatMap((p) => p.next ?? []))).toEqual(new Set(theirs))
        expect(pairs.length).toBeLessThanOrEqual(mine.length + theirs.length)
        for (const p of pairs) if (p.owned && p.next) expect(p.owned.productId).toBe(p.next.productId)
      }),
    )
  })
})

describe('what stands in the way', () => {
  const why = (o: OwnedItem | null, n: ReturnType<typeof next> | null, atVisits = false) => whyNotApplied({ owned: o, next: n }, atVisits)

  it('is only what is used or booked, unlimited against counted, or a booked visit without a fee', () => {
    expect(why(owned(), next({ quantity: 5 }))).toBeNull()
    expect(why(owned(), next({ quantity: 4 }))).toBe('5 of Physio 45 are used or booked')
    expect(why(owned({ quantity: null }), next())).toBe('Physio 45 is unlimited, the new terms count it')
    expect(why(owned(), next({ quantity: null }))).toBe('Physio 45 is counted, the new terms do not')
    expect(why(owned({ quantity: null }), next({ quantity: null }))).toBeNull()
    expect(why(owned({ taken: 2 }), null)).toBe('2 of Physio 45 are used or booked, and the new terms leave it out')
    expect(why(owned({ taken: 0 }), null)).toBeNull()
    expect(why(owned({ quantity: null }), null)).toBe('Physio 45 is unlimited, and the new terms leave it out')
    expect(why(owned({ total: 0, free: 0, taken: 0 }), null)).toBeNull()
    expect(why(null, next())).toBeNull()
    const elsewhere = owned({ bookedServiceIds: [1] })
    expect(why(elsewhere, next({ services: covering(2) }), true)).toBe('1 booked on Physio 45 would have no agreed fee')
    expect(why(elsewhere, next({ services: covering(2) }))).toBeNull()
  })

  it('counts the difference of the limits, not what was added by hand', () => {
    expect(sessionsBy({ owned: owned({ total: 11, free: 6 }), next: next({ quantity: 12 }) })).toBe(2)
    expect(sessionsBy({ owned: owned(), next: null })).toBe(-5)
    expect(sessionsBy({ owned: null, next: next({ quantity: 3 }) })).toBe(3)
    expect(sessionsBy({ owned: null, next: next({ quantity: null }) })).toBe(0)
  })

  it('tells the fees that change of services that both cover', () => {
    const fee = (serviceId: number, feeMinor: number | null) => ({ serviceId, feeMinor })
    const before = owned({ services: [fee(1, 8_000), fee(2, 5_000), fee(3, null)] })
    const after = next({ services: [fee(1, 7_500), fee(2, 5_000), fee(3, 4_000), fee(4, 1_000)] })
    expect(changedFees({ owned: before, next: after })).toEqual([{ serviceId: 1, before: 8_000, after: 7_500 }])
  })
})
