// Linked clients: seven labels and four permissions each way, never passed on to a third, changed and ended.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { LINK_LABELS } from '../../shared/domain/words.ts'
import { OPPOSITE_LABEL } from '../../shared/domain/links.ts'
import { type Client, makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, makeClient, makeClientPackage, makeService } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
let leo: number
let anna: number
beforeEach(async () => {
  app = await makeApp()
  leo = (await makeClient(app, { givenName: 'Leo', familyName: 'Lee' })).id
  anna = (await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })).id
})

type Side = Parameters<Client['clients']['link']>[0]['other']
const side = (more: Partial<Side> = {}): Side => ({
  label: 'other',
  mayBook: false,
  mayFillForms: false,
  getsMessages: false,
  sharing: { kind: 'none' },
  ...more,
})
const terms = (other: Partial<Side> = {}, client: Partial<Side> = {}) => ({
  key: newKey(),
  clientId: leo,
  otherId: anna,
  other: side({ label: 'child', ...other }),
  client: side({ label: 'parent', ...client }),
})
/** With the mark of the link as it is now. */
const marked = async (input: ReturnType<typeof terms>) => {
  const mark = (await app.call.clients.links({ clientId: input.clientId })).find((l) => l.otherId === input.otherId)?.mark
  return { ...input, mark }
}
const linksOf = (clientId: number) => app.call.clients.links({ clientId })

describe('linking', () => {
  it('stands on both pages, with what each is to the other and may do', async () => {
    await app.call.clients.link(terms({ mayBook: true }, { getsMessages: true, mayFillForms: true }))
    expect(await linksOf(leo)).toMatchObject([
      { otherId: anna, otherName: 'Anna Lee', other: { label: 'child', mayBook: true, getsMessages: false }, client: { label: 'parent' } },
    ])
    expect(await linksOf(anna)).toMatchObject([
      { otherId: leo, other: { label: 'parent', getsMessages: true, mayFillForms: true, mayBook: false }, client: { label: 'child' } },
    ])
  })

  it('takes any of the seven labels each way', async () => {
    await app.call.clients.link(terms())
    for (const label of LINK_LABELS) {
      const changed = await app.call.clients.changeLink(await marked(terms({ label }, { label: OPPOSITE_LABEL[label] })))
      expect([changed.other.label, changed.client.label]).toEqual([label, OPPOSITE_LABEL[label]])
    }
  })

  it('is refused to oneself, twice, and with somebody who is not there', async () => {
    await expectRefused(app, () => app.call.clients.link({ ...terms(), otherId: leo }), 'link.toOneself')
    await expectRefused(app, () => app.call.clients.link({ ...terms(), otherId: 999 }), 'call.notFound')
    await expectRefused(app, () => app.call.clients.changeLink(terms()), 'call.notFound', { what: 'link' })
    await app.call.clients.link(terms())
    await expectRefused(app, () => app.call.clients.link(terms()), 'link.exists', { client: 'Leo Lee', other: 'Anna Lee' })
    await expectRefused(app, () => app.call.clients.link({ ...terms(), clientId: anna, otherId: leo }), 'link.exists')
  })

  it('shows the appointments of whom one may book for, marked with the name, and passes nothing on to a third', async () => {
    const service = await makeService(app)
    const mia = (await makeClient(app, { givenName: 'Mia', familyName: 'Lee' })).id
    await app.call.clients.link(terms({}, { mayBook: true })) // Leo may book for Anna
    await app.call.clients.link({ ...terms({}, { mayBook: true }), clientId: anna, otherId: mia }) // Anna may book for Mia
    for (const [clientId, at] of [
      [leo, '09:00'],
      [anna, '10:00'],
      [mia, '11:00'],
    ] as const)
      await book(app, { clientId, serviceId: service.id, startsAt: `2026-11-24T${at}` })
    const names = async (clientId: number) => (await app.call.appointments.ofClient({ clientId })).map((a) => a.clientName).sort()
    expect(await names(leo)).toEqual(['Anna Lee', 'Leo Lee'])
    expect(await names(anna)).toEqual(['Anna Lee', 'Mia Lee'])
    expect(await names(mia)).toEqual(['Mia Lee'])
    await app.call.clients.unlink({ key: newKey(), clientId: leo, otherId: anna })
    expect(await names(leo)).toEqual(['Leo Lee'])
  })
})

describe('sharing packages in a link', () => {
  it('shares all or chosen ones with a cap for each, and only those of the owner', async () => {
    const family = await makeClientPackage(app, { clientId: leo, name: 'Family 20', sessions: 20 })
    const hers = await makeClientPackage(app, { clientId: anna, name: 'Relax 6' })
    const chosen = (clientPackageId: number, cap: number | null): Partial<Side> => ({
      sharing: { kind: 'chosen', packages: [{ clientPackageId, cap }] },
    })
    const linked = await app.call.clients.link(terms(chosen(family.clientPackageId, 3)))
    expect(linked.other.sharing).toEqual({
      kind: 'chosen',
      cap: null,
      packages: [{ clientPackageId: family.clientPackageId, name: 'Family 20', cap: 3, taken: 0 }],
    })
    expect(linked.client.sharing).toEqual({ kind: 'none', cap: null, packages: [] })
    const notHis = await marked(terms(chosen(hers.clientPackageId, 1)))
    await expectRefused(app, () => app.call.clients.changeLink(notHis), 'clientPackage.notTheirs', {
      client: 'Leo Lee',
    })
    const all = await app.call.clients.changeLink(await marked(terms({ sharing: { kind: 'all', cap: 2 } })))
    expect(all.other.sharing).toEqual({ kind: 'all', cap: 2, packages: [] })
    expect(await app.db.selectFrom('packageShares').select('endedAt').execute()).toEqual([{ endedAt: expect.any(String) }])
  })

  it('is for those who may share; the others may change everything else', async () => {
    const desk = app.as('receptionist').clients
    const shared = terms({ sharing: { kind: 'all', cap: null } })
    await expectRefused(app, () => desk.link(shared), 'call.forbidden')
    await desk.link(terms())
    const now = await marked(shared)
    await expectRefused(app, () => desk.changeLink(now), 'call.forbidden')
    const { mark } = await app.call.clients.changeLink(now)
    expect((await desk.changeLink({ ...shared, mark, key: newKey(), client: side({ label: 'guardian' }) })).client.label).toBe('guardian')
    await expectRefused(app, () => desk.unlink({ key: newKey(), clientId: leo, otherId: anna }), 'call.forbidden')
    await app.call.clients.changeLink(await marked(terms()))
    await desk.unlink({ key: newKey(), clientId: leo, otherId: anna })
  })
})

describe('unlinking', () => {
  it('says first what it ends, ends both ways, and can be linked anew', async () => {
    await makeClientPackage(app, { clientId: leo, name: 'Family 20' })
    await app.call.clients.link(terms({ mayBook: true, sharing: { kind: 'all', cap: 3 } }, { mayFillForms: true, getsMessages: true }))
    expect(await app.call.clients.previewUnlink({ clientId: leo, otherId: anna })).toEqual({
      ends: [
        'Anna Lee can no longer book and manage Leo Lee’s appointments.',
        'Anna Lee can no longer use Leo Lee’s packages.',
        'Leo Lee can no longer complete Anna Lee’s intake forms.',
        'Leo Lee no longer receives copies of Anna Lee’s messages.',
      ],
      visits: [],
    })
    await app.call.clients.unlink({ key: newKey(), clientId: anna, otherId: leo })
    expect([await linksOf(leo), await linksOf(anna)]).toEqual([[], []])
    await expectRefused(app, () => app.call.clients.unlink({ key: newKey(), clientId: leo, otherId: anna }), 'call.notFound')
    await expect(app.call.clients.previewUnlink({ clientId: leo, otherId: anna })).rejects.toMatchObject({ code: 'call.notFound' })
    await app.call.clients.link(terms())
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('leaves what was, since a row never changes but ends', async () => {
    await app.call.clients.link(terms({ sharing: { kind: 'all', cap: 3 } }))
    app.setNow('2026-11-25T09:00')
    await app.call.clients.changeLink(await marked(terms({ sharing: { kind: 'all', cap: 1 } })))
    const rows = await app.db.selectFrom('clientLinks').select(['cap', 'startedAt', 'endedAt']).where('clientId', '=', leo).execute()
    expect(rows).toMatchObject([
      { cap: 3, endedAt: '2026-11-25T09:00:00.000Z' },
      { cap: 1, startedAt: '2026-11-25T09:00:00.000Z', endedAt: null },
    ])
    expect(() => app.file.exec(`UPDATE clientLinks SET cap = 9 WHERE endedAt IS NULL`)).toThrow('clientLinks_terms')
    expect(() => app.file.exec(`DELETE FROM clientLinks`)).toThrow('clientLinks_neverGo')
  })
})
