// A family: two clients are linked, the one shares a package with a cap, the other books on it, and the link ends.

import { expect, test } from './support/fixtures.ts'
import { ClientPage } from './pages/client.ts'
import { CalendarPage } from './pages/calendar.ts'
import { newKey } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makeService, type Maker } from '../support/make.ts'

test('two clients are linked with one chosen package shared, and unlinked again', async ({ page, desk }) => {
  const leo = await makeClient(desk, { givenName: 'Leo', familyName: 'Lee' })
  await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  await makeClientPackage(desk, { clientId: leo.id, name: 'Family 20', sessions: 20, payments: [card(80_000)] })
  const profile = new ClientPage(page)
  await profile.open(leo.id, 'linked')

  await page.getByRole('button', { name: 'Link client' }).click()
  const linking = page.getByRole('dialog', { name: 'Link client' })
  await linking.getByRole('button', { name: 'Save' }).click()
  await expect(linking.getByText('Choose a client.')).toBeVisible()
  await linking.getByRole('textbox', { name: 'Link with' }).fill('lee')
  await expect(page.getByRole('option', { name: /Lee/ }), 'not Leo himself').toHaveText([/Anna Lee/])
  await page.getByRole('option', { name: /Anna Lee/ }).click()
  const herSide = linking.getByRole('group', { name: 'Anna Lee for Leo Lee' })
  const hisSide = linking.getByRole('group', { name: 'Leo Lee for Anna Lee' })
  await herSide.getByRole('combobox', { name: /Anna Lee is/ }).click()
  await page.getByRole('option', { name: 'Partner' }).click()
  await expect(hisSide.getByRole('combobox', { name: /Leo Lee is/ })).toHaveValue('Partner')
  await herSide.getByText('Chosen', { exact: true }).click()
  await linking.getByRole('button', { name: 'Save' }).click()
  await expect(herSide.getByText('Choose at least one package.')).toBeVisible()
  await herSide.getByRole('checkbox', { name: 'Family 20' }).check()
  await herSide.getByLabel('At most, of Family 20').fill('3')
  await linking.getByRole('button', { name: 'Save' }).click()

  const anna = page.getByRole('article', { name: 'Anna Lee' })
  await expect(anna).toContainText('Anna Lee is Leo Lee’s partner')
  await expect(anna).toContainText('uses sessions of Family 20, 0 of at most 3')
  await anna.getByRole('button', { name: 'Unlink …' }).click()
  const ending = page.getByRole('dialog', { name: 'Unlink Leo Lee and Anna Lee?' })
  await expect(ending).toContainText('Anna Lee can no longer use 1 package of Leo Lee: Family 20.')
  await ending.getByRole('button', { name: 'Unlink' }).click()
  await expect(page.getByText('No linked clients')).toBeVisible()
})

/** Leo's Family 20, of which Anna may use two. */
async function makeFamily(desk: Maker) {
  const service = await makeService(desk, { name: 'Massage 60' })
  const leo = await makeClient(desk, { givenName: 'Leo', familyName: 'Lee' })
  const anna = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const family = await makeClientPackage(desk, {
    clientId: leo.id,
    name: 'Family 20',
    sessions: 20,
    serviceIds: [service.id],
    payments: [card(80_000)],
  })
  const terms = { mayBook: false, mayFillForms: false, getsMessages: false }
  await desk.call.clients.link({
    key: newKey(),
    clientId: leo.id,
    otherId: anna.id,
    other: {
      ...terms,
      label: 'partner',
      sharing: { kind: 'chosen', packages: [{ clientPackageId: family.clientPackageId, cap: 2 }] },
    },
    client: { ...terms, label: 'partner', mayBook: true, sharing: { kind: 'none' } },
  })
  const book8 = { clientId: leo.id, serviceId: service.id, clientPackageItemId: family.itemId, startsAt: '2026-11-24T08:00' }
  return { leo, anna, book8 }
}

test('the linked client books on the shared package until the cap is reached', async ({ page, desk }) => {
  const { leo, anna } = await makeFamily(desk)
  const calendar = new CalendarPage(page)
  await calendar.open()
  for (const [time, words] of [
    ['9:00', 'Anna Lee may use 2 more'],
    ['11:00', 'Anna Lee may use 1 more'],
  ] as const) {
    await calendar.clickSlot('Dr Elena Ruiz', time)
    await calendar.chooseClient('ann', 'Anna Lee')
    if (time === '9:00') await calendar.chooseService('Massage 60')
    await expect(calendar.booking()).toContainText(`Shared by Leo Lee · ${words}`)
    await expect(calendar.booking().getByRole('radio', { name: /Family 20/ })).toBeChecked()
    await calendar.booking().getByRole('button', { name: 'Book · nothing to pay' }).click()
    await expect(calendar.booking()).toBeHidden()
  }
  await calendar.clickSlot('Dr Elena Ruiz', '14:00')
  await calendar.chooseClient('ann', 'Anna Lee')
  await expect(calendar.booking()).toContainText('Anna Lee may use 2 of it; 2 booked')
  await expect(calendar.booking().getByRole('radio', { name: /Family 20/ })).toBeDisabled()
  await page.keyboard.press('Escape')

  const profile = new ClientPage(page)
  await profile.open(leo.id)
  await expect(profile.card('Family 20')).toContainText('Shared with Anna Lee (2 of 2)')
  await page.getByRole('button', { name: 'Show the 2 visits of Massage 60' }).press('Enter')
  await expect(profile.card('Family 20').getByRole('listitem')).toContainText([
    'Tue 24 Nov, 9:00 · Dr Elena Ruiz · Anna Lee · booked ahead · worth 40.00',
    'Tue 24 Nov, 11:00 · Dr Elena Ruiz · Anna Lee · booked ahead · worth 40.00',
  ])
  await profile.open(leo.id, 'appointments')
  await expect(page.getByRole('row', { name: /for Anna Lee/ })).toHaveCount(2)
  await profile.open(anna.id)
  await expect(profile.card('Family 20')).toContainText('Shared by Leo Lee · Anna Lee may use no more')
})

test('an appointment goes over to another client, and its package is chosen anew', async ({ page, desk }) => {
  const { leo, anna, book8 } = await makeFamily(desk)
  const { id: booked } = await book(desk, book8)
  await page.goto(`/calendar?day=2026-11-24&appointment=${booked}&doing=edit`)
  const editing = page.getByRole('dialog', { name: `Edit · ${leo.givenName} ${leo.familyName}` })
  await editing.getByRole('button', { name: 'For another client' }).click()
  await editing.getByRole('textbox', { name: 'Client' }).fill('ann')
  await page.getByRole('option', { name: /Anna Lee/ }).click()
  await expect(editing).toContainText('Shared by Leo Lee · Anna Lee may use 2 more')
  await expect(editing.getByRole('radio', { name: /Family 20/ })).toBeChecked()
  await editing.getByRole('button', { name: 'Save' }).click()
  await expect(new CalendarPage(page).tile('Anna Lee')).toContainText('1 of 20')
  await page.goto(`/clients/${anna.id}?tab=packages`)
  await expect(new ClientPage(page).card('Family 20')).toContainText('Anna Lee may use 1 more')
})
