// Who usually pays for a visit, and when a payer chosen by hand stays: every case of the two rules.

import { describe, expect, it } from 'vitest'
import { billedOf, payerIdOf, problemOfPayer } from '../../renderer/components/payer/payer-draft.ts'
import { payerStays, usualPayer } from '../../shared/domain/payers.ts'

const [anna, leo, mia] = [1, 2, 3]

describe('usually', () => {
  it.each([
    ['on no package, the person treated', { treatedId: anna, ownerId: null }, { prepaid: false, asks: true }, anna],
    ['on a package paid upfront, its owner', { treatedId: anna, ownerId: leo }, { prepaid: true, asks: false }, leo],
    ['the difference of a dearer service, the person treated', { treatedId: anna, ownerId: leo }, { prepaid: true, asks: true }, anna],
    ['on a package paid at each appointment, the person treated', { treatedId: anna, ownerId: leo }, { prepaid: false, asks: true }, anna],
    ['even where its fee is nothing', { treatedId: anna, ownerId: leo }, { prepaid: false, asks: false }, anna],
  ])('%s pays', (_what, parties, invoice, payer) => expect(usualPayer(parties, invoice)).toBe(payer))
})

describe('a payer chosen by hand', () => {
  const on = (ownerId: number | null, treatedId = anna) => ({ treatedId, ownerId })
  it.each([
    ['stays when nothing changes', mia, on(null), on(null), false, true],
    ['stays when the visit goes on a package', mia, on(null), on(leo), false, true],
    ['stays when it comes off a package of somebody else', mia, on(leo), on(null), false, true],
    ['goes when somebody else is treated', mia, on(null), on(null, leo), false, false],
    ['goes when somebody else is treated, linked or not', leo, on(null), on(null, mia), true, false],
    ['stays as owner on another package of theirs', leo, on(leo), on(leo), false, true],
    ['goes as owner when it comes off the package', leo, on(leo), on(null), false, false],
    ['goes as owner when it goes on a package of somebody else', leo, on(leo), on(mia), false, false],
    ['stays as owner when linked with the person treated', leo, on(leo), on(null), true, true],
    ['stays as the person treated, who owned the package', anna, on(anna), on(null), false, true],
  ])('%s', (_what, payer, before, now, isLinked, stays) => expect(payerStays(payer, before, now, isLinked)).toBe(stays))
})

describe('a payer chosen at the sale', () => {
  const another = { shown: true, picked: 'other' as const, other: null }
  it('must be found as long as something is asked for', () => expect(problemOfPayer(billedOf(another, 1))).toBe('Choose who pays.'))
  it('does not count where nothing is asked for, as the choice is not shown then', () => {
    expect(problemOfPayer(billedOf(another, 0))).toBeUndefined()
    expect([1, 0].map((total) => payerIdOf(billedOf({ ...another, picked: leo }, total)))).toEqual([leo, null])
  })
})
