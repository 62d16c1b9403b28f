// axe on every screen, in both colour schemes: WCAG 2.2 A and AA, nothing excepted.

import AxeBuilder from '@axe-core/playwright'
import { newKey } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeProduct, type Maker } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'
import { NOW } from './support/host.ts'
import { findIds, type Ids, SCREENS, showScreen } from './support/screens.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One of everything that screens show: a package in use, one paid at each visit, a product, an unpaid invoice. */
async function furnish(desk: Maker): Promise<Ids> {
  const { id: categoryId } = await desk.call.catalog.saveCategory({ key: newKey(), id: null, name: 'Body' })
  await makeProduct(desk, { categoryId })
  await makePackage(desk, { name: 'Each time', categoryId, paymentStyle: 'eachAppointment' })
  const { clientId, itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10', payments: [card(50_000)] })
  const done = await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T08:00' })
  await desk.call.appointments.complete({ key: newKey(), id: done.id })
  await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T10:00' })
  const family = await makeClientPackage(desk, { name: 'Family 20', sessions: 20 })
  const {
    id,
    currency: _c,
    active: _a,
    deleted: _d,
    position: _p,
    locked: _l,
    ...terms
  } = await desk.call.packages.get({ id: family.packageId })
  const items = terms.items.map((item) => ({ ...item, quantity: 24 }))
  await desk.call.packages.saveVersion({ key: newKey(), id, ...terms, items, noShowRule: 'forfeit' })
  const earlier = await book(desk, { clientId, serviceId, startsAt: '2026-11-24T11:00' })
  await desk.call.appointments.complete({ key: newKey(), id: earlier.id })
  await linkFamily(desk, clientId)
  return findIds(desk.call, NOW.slice(0, 10))
}

/** Somebody who books for them and uses a package of theirs. */
async function linkFamily(desk: Maker, clientId: number): Promise<void> {
  const terms = { mayBook: true, mayFillForms: true, getsMessages: false }
  await desk.call.clients.link({
    key: newKey(),
    clientId,
    otherId: (await makeClient(desk, { givenName: 'Noah' })).id,
    other: { ...terms, label: 'child', sharing: { kind: 'all', cap: 3 } },
    client: { ...terms, label: 'parent', sharing: { kind: 'none' } },
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen passes axe in ${colorScheme}`, async ({ page, desk }) => {
    test.setTimeout(480_000)
    const ids = await furnish(desk)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found: string[] = []
    for (const screen of SCREENS) {
      await showScreen(page, screen, ids)
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      for (const { id, nodes } of violations)
        for (const { html, failureSummary = '' } of nodes) found.push(`${screen.name}: ${id}: ${html.slice(0, 160)}: ${failureSummary}`)
    }
    expect(found).toEqual([])
  })
}

test('at 200 % zoom no screen sticks out sideways', async ({ page, desk }) => {
  test.setTimeout(480_000)
  const ids = await furnish(desk)
  await page.setViewportSize({ width: 683, height: 384 }) // 1366×768, twice as large
  const wide: string[] = []
  for (const screen of SCREENS) {
    await showScreen(page, screen, ids)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (beyond > 0) wide.push(`${screen.name}: ${beyond} px`)
  }
  expect(wide).toEqual([])
})
