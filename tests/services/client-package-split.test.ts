// The values of unused sessions dealt anew by hand, and the notes of a client package.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { bookOn, makeBen, type Owned, relax6, takeBack, transfer, valuesOf } from '../support/moving.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T21:00' })
})

/** The unused sessions by number, each with what it is worth now and by how much that changes. */
async function changesOf(p: Owned, changes: Record<number, number>) {
  const { items } = await app.call.clientPackages.get({ id: p.clientPackageId })
  return items[0]!.pips
    .filter((pip) => pip.number in changes)
    .map((pip) => ({ sessionId: pip.sessionId, beforeMinor: pip.valueMinor, valueMinor: pip.valueMinor + changes[pip.number]! }))
}
const revalue = (p: Owned, values: Awaited<ReturnType<typeof changesOf>>) =>
  app.call.clientPackages.revalue({ key: newKey(), id: p.clientPackageId, values, reason: 'Longer visits' })

describe('the split', () => {
  it('is changed by hand: free and booked sessions, together worth what they were', async () => {
    const p = await relax6(app)
    const visit = await bookOn(app, p, '2026-03-05T10:00')
    const { items } = await revalue(p, await changesOf(p, { 3: 1_000, 4: -500, 5: -500, 6: 0 }))
    expect(items[0]!.pips.toSorted((a, b) => a.number - b.number).map((pip) => pip.valueMinor)).toEqual([
      8_334, 8_334, 9_333, 7_833, 7_833, 8_333,
    ])
    expect(items[0]!.pips.find((pip) => pip.number === 3)).toMatchObject({ state: 'booked', appointmentId: visit.id })
    const [entry] = (await app.call.clientPackages.timeline({ id: p.clientPackageId })).entries
    expect(entry).toMatchObject({ move: 'revalue', reason: 'Longer visits' })
    expect((await app.db.selectFrom('sessionEntries').select('id').where('move', '=', 'revalue').execute()).length).toBe(3)
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('is refused when it does not add up, and saves nothing', async () => {
    const p = await relax6(app)
    const more = await changesOf(p, { 3: 1_000, 4: -500 })
    await expectRefused(app, () => revalue(p, more), 'split.notEqual', { difference: '5.00' })
    const less = await changesOf(p, { 3: -1 })
    await expectRefused(app, () => revalue(p, less), 'split.notEqual', { difference: '−0.01' })
    const below = await changesOf(p, { 3: 8_334, 4: -8_334 })
    await expectRefused(app, () => revalue(p, below), 'call.badInput')
  })

  it('is refused for what was used, changed, booked away or belongs elsewhere meanwhile', async () => {
    const p = await relax6(app)
    const used = await changesOf(p, { 1: -100, 3: 100 })
    await expectRefused(app, () => revalue(p, used), 'split.changed', { package: 'Relax 6' })
    const stale = await changesOf(p, { 3: 100, 4: -100 })
    await revalue(p, stale)
    await expectRefused(app, () => revalue(p, stale), 'split.changed')
    const gone = await changesOf(p, { 5: 100, 6: -100 })
    await transfer(app, p, (await makeBen(app)).id)
    await expectRefused(app, () => revalue(p, gone), 'split.changed')
    const twice = await changesOf(p, { 3: 0 })
    await expectRefused(app, () => revalue(p, [...twice, ...twice]), 'split.changed')
    await expectRefused(app, () => revalue({ ...p, clientPackageId: 999 }, twice), 'call.notFound')
    const cancelled = { cancelledOn: localDate('2026-03-02'), cancelReason: 'Moved' }
    await app.db.updateTable('clientPackages').set(cancelled).where('id', '=', p.clientPackageId).execute()
    await expectRefused(app, () => revalue(p, twice), 'clientPackage.cancelled')
  })

  it('of what came by a transfer keeps that from being taken back', async () => {
    const p = await relax6(app)
    const { transferId, to } = await transfer(app, p, (await makeBen(app)).id)
    const his = { ...p, clientPackageId: to.id, itemId: to.items[0]!.id }
    await revalue(his, await changesOf(his, { 1: 100, 2: -100 }))
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched')
    await revalue(his, await changesOf(his, { 1: -100, 2: 100 }))
    await takeBack(app, transferId)
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('adds up to the charge however often it is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: -9_000, max: 9_000 })), { minLength: 1, maxLength: 8 }),
        async (steps) => {
          app = await makeApp({ now: '2026-03-02T21:00' })
          const p = await relax6(app)
          for (const [a, b, by] of steps)
            await revalue(p, await changesOf(p, a === b ? { [a + 3]: 0 } : { [a + 3]: by, [b + 3]: -by })).catch(() => null)
          const { used = 0, available = 0 } = await valuesOf(app, p.clientPackageId)
          expect([used, available]).toEqual([16_668, 33_332])
          expect((await verify(app.db)).problems).toEqual([])
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('notes', () => {
  const save = (id: number, before: string, notes: string) => app.call.clientPackages.saveNotes({ key: newKey(), id, before, notes })

  it('stand on the card and where someone books on it, and are in the audit with what stood before', async () => {
    const p = await relax6(app)
    expect((await save(p.clientPackageId, '', 'Only with Dr Ruiz')).notes).toBe('Only with Dr Ruiz')
    const wanted = { clientId: p.clientId, serviceId: p.serviceId, day: localDate('2026-03-05'), appointmentId: null }
    expect((await app.call.clientPackages.available(wanted)).options[0]!.notes).toBe('Only with Dr Ruiz')
    await save(p.clientPackageId, 'Only with Dr Ruiz', '')
    const { payload } = await app.db.selectFrom('audit').select('payload').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(String(payload)).toContain('Only with Dr Ruiz')
  })

  it('are refused when someone else changed them meanwhile', async () => {
    const p = await relax6(app)
    await save(p.clientPackageId, '', 'Pays in March')
    await expectRefused(app, () => save(p.clientPackageId, '', 'Pays in April'), 'notes.changed')
    await expectRefused(app, () => save(999, '', 'x'), 'call.notFound')
  })
})
