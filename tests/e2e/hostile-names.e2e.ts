// Names that try to be markup, a formula, a path or another direction of writing: on every screen they are the text they are.

import { HOSTILE_NAMES } from '../support/hostile.ts'
import { book, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'
import { newKey } from '../support/app.ts'
import { expect, test } from './support/fixtures.ts'
import { CalendarPage } from './pages/calendar.ts'

test('hostile names are shown as text on every screen', async ({ page, desk }) => {
  test.setTimeout(180_000)
  const clients: { id: number; name: string }[] = []
  for (const [i, name] of HOSTILE_NAMES.entries()) {
    const service = await makeService(desk, { name })
    const { id: packageId } = await makePackage(desk, { name, description: name, notes: name, serviceIds: [service.id] })
    await desk.call.catalog.saveCategory({ key: newKey(), id: null, name: name.slice(0, 60) })
    const client = await makeClient(desk, { givenName: '', familyName: name, notes: name, address: name, insurer: name })
    const { clientPackageId } = await sellPackage(desk, { clientId: client.id, packageId })
    const { items } = await desk.call.clientPackages.get({ id: clientPackageId })
    const startsAt = `2026-11-24T${String(8 + (i % 10)).padStart(2, '0')}:00`
    const practitionerId = i < 10 ? desk.people.practitioner : desk.people.secondPractitioner
    await desk.call.catalog.saveService({ key: newKey(), ...service, practitionerIds: Object.values(desk.people) })
    await book(desk, {
      clientId: client.id,
      serviceId: service.id,
      clientPackageItemId: items[0]!.id,
      startsAt,
      practitionerId,
      note: name,
    })
    clients.push({ id: client.id, name })
  }
  const shown = async (address: string, names: readonly string[] = HOSTILE_NAMES) => {
    await page.goto(address)
    for (const name of names) await expect(page.getByText(name, { exact: true }).first(), `${name} at ${address}`).toBeAttached()
  }

  await page.setViewportSize({ width: 1366, height: 6000 }) // of a long list only what is near the screen is drawn
  await shown('/clients')
  await shown('/packages')
  await shown('/sales')
  await shown('/settings/services')
  await shown('/settings/categories')
  await new CalendarPage(page).open()
  for (const name of HOSTILE_NAMES) await expect(page.getByRole('main').getByText(name, { exact: true }).first()).toBeAttached()
  for (const { id, name } of clients.slice(0, 8)) {
    await shown(`/clients/${id}?tab=packages`, [name])
    await shown(`/clients/${id}?tab=appointments`, [name])
  }
  expect(await page.evaluate(() => document.querySelectorAll('main script, main svg[onload], img[onerror]').length)).toBe(0)
})
