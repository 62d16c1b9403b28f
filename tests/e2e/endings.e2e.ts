// Cancelling and no-shows: the panel says what the rule does to the session before it is done, and Undo takes it back.

import { card, book, makeClient, makeClientPackage } from '../support/make.ts'
import { CalendarPage } from './pages/calendar.ts'
import { ClientPage } from './pages/client.ts'
import { expect, test } from './support/fixtures.ts'

test('a cancelled visit gives its session back, and Undo books it again', { tag: '@desktop' }, async ({ page, desk }) => {
  const client = await makeClient(desk, { givenName: 'Tomas', familyName: 'Novak' })
  const { itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10', clientId: client.id })
  await book(desk, { clientId: client.id, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-26T10:00' })

  const calendar = new CalendarPage(page)
  await calendar.open('2026-11-26')
  await calendar.tile('Tomas Novak').click()
  await page.getByRole('button', { name: /^Cancel…/ }).click()
  const panel = page.getByRole('dialog', { name: 'Cancel appointment' })
  await expect(panel.getByRole('radio', { name: /The client, in time/ })).toBeChecked()
  await expect(panel).toContainText('1 session goes back to Relax 10 → 10 left')
  await panel.getByRole('button', { name: /^Cancel appointment/ }).click()

  const notice = page.getByText('Tomas Novak is cancelled. Relax 10: 10 sessions left.')
  await expect(notice).toBeVisible()
  await expect(calendar.tile('Tomas Novak')).toHaveAccessibleName(/cancelled/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(calendar.tile('Tomas Novak')).toHaveAccessibleName(/booked, Relax 10, 1 of 10/)
})

test(
  'a no-show can be kept, against the rule that gives back, and can be undone from the panel',
  { tag: '@desktop' },
  async ({ page, desk }) => {
    const client = await makeClient(desk, { givenName: 'Ingrid', familyName: 'Lindqvist' })
    const { itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10', clientId: client.id, payments: [card(80_000)] })
    await book(desk, { clientId: client.id, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T08:00' })

    const calendar = new CalendarPage(page)
    await calendar.open()
    await calendar.tile('Ingrid Lindqvist').click()
    await page.getByRole('button', { name: /^No-show…/ }).click()
    const panel = page.getByRole('dialog', { name: 'No-show' })
    await expect(panel.getByRole('radio', { name: /It goes back/ })).toBeChecked()
    await panel.getByRole('radio', { name: /It is kept/ }).check()
    await panel.getByRole('button', { name: /^Mark as no-show/ }).click()
    await expect(page.getByText('1 session of Relax 10 is kept.')).toBeVisible()

    const profile = new ClientPage(page)
    await profile.open(client.id)
    await expect(profile.card('Relax 10')).toContainText('9 left')
    await expect(profile.card('Relax 10')).toContainText('1 forfeited')

    await calendar.open()
    await calendar.tile('Ingrid Lindqvist').click()
    await page.getByRole('button', { name: 'Undo no-show' }).click()
    await expect(calendar.tile('Ingrid Lindqvist')).toHaveAccessibleName(/booked, Relax 10, 1 of 10/)
  },
)

test('a visit is completed with one key and counts as used', { tag: '@desktop' }, async ({ page, desk }) => {
  const client = await makeClient(desk, { givenName: 'Kenji', familyName: 'Tanaka' })
  const { itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10', clientId: client.id })
  await book(desk, { clientId: client.id, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T09:00' })
  const calendar = new CalendarPage(page)
  await calendar.open()
  await calendar.tile('Kenji Tanaka').focus()
  await page.keyboard.press('d')
  await expect(page.getByText(/Kenji Tanaka is done · Relax 10, 9 left/)).toBeVisible()
  await expect(calendar.tile('Kenji Tanaka')).toHaveAccessibleName(/completed, Relax 10, 1 of 10/)
})
