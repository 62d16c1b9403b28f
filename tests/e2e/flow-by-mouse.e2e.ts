// The main job with the mouse: define a package, sell it, book a session off it on the calendar, see it count down.

import { expect, test } from './support/fixtures.ts'
import { PRACTITIONER } from '../support/practice.ts'
import { makeClient, makeService } from '../support/make.ts'
import { CalendarPage } from './pages/calendar.ts'
import { ClientPage } from './pages/client.ts'
import { PackagesPage } from './pages/packages.ts'

test('a package is defined, sold and booked off with the mouse', { tag: '@desktop' }, async ({ page, desk }) => {
  const service = await makeService(desk, { name: 'Deep tissue 45' })
  const client = await makeClient(desk, { givenName: 'Łukasz', familyName: 'Żółć' })
  expect(service.name).toBe('Deep tissue 45')

  const packages = new PackagesPage(page)
  await packages.open()
  await packages.define({ name: 'Relax 10', service: 'Deep tissue 45', sessions: 10, price: '800' })
  await expect(packages.row('Relax 10')).toContainText('800.00')

  const profile = new ClientPage(page)
  await profile.open(client.id)
  await profile.sell('Relax 10')
  await expect(profile.card('Relax 10')).toContainText('10 left')

  const calendar = new CalendarPage(page)
  await calendar.open()
  await calendar.clickSlot(PRACTITIONER, '10:00')
  await calendar.chooseClient('zol', 'Łukasz Żółć')
  await calendar.chooseService('Deep tissue 45')
  await expect(calendar.booking().getByText('10 left → 9')).toBeVisible()
  await calendar
    .booking()
    .getByRole('button', { name: /^Book · nothing to pay/ })
    .click()
  await expect(calendar.tile('Łukasz Żółć')).toHaveAccessibleName(/10:00 to 10:45, Deep tissue 45, booked, Relax 10, 1 of 10/)

  await profile.open(client.id)
  await expect(profile.card('Relax 10')).toContainText('9 left')
  await expect(profile.card('Relax 10')).toContainText('1 booked ahead')
})
