// axe on every screen, in both colour schemes: WCAG 2.2 A and AA, nothing excepted.

import AxeBuilder from '@axe-core/playwright'
import { book, card, makeClientPackage, makePackage, makeProduct } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'
import { NOW } from './support/host.ts'
import { findIds, SCREENS, showScreen } from './support/screens.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen passes axe in ${colorScheme}`, async ({ page, desk }) => {
    test.setTimeout(480_000)
    await makeProduct(desk)
    await makePackage(desk, { name: 'Each time', paymentStyle: 'eachAppointment' })
    const { clientId, itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10', payments: [card(50_000)] })
    const done = await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T08:00' })
    await desk.call.appointments.complete({ key: crypto.randomUUID(), id: done.id })
    await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T10:00' })
    const ids = await findIds(desk.call, NOW.slice(0, 10))

    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found: string[] = []
    for (const screen of SCREENS) {
      await showScreen(page, screen, ids)
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
      found.push(
        ...violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${screen.name}: ${id} — ${node.html.slice(0, 160)} — ${node.failureSummary?.split('\n')[1] ?? ''}`),
        ),
      )
    }
    expect(found).toEqual([])
  })
}
