// Changing a client package from its card: sessions, end and holds, each said before it is saved.

import { expect, test } from './support/fixtures.ts'
import { ClientPage } from './pages/client.ts'
import { newKey } from '../support/app.ts'
import { book, card, makeClientPackage, sellPackage } from '../support/make.ts'

test('sessions are adjusted, the end is moved, and a hold is put on and taken back', async ({ page, desk }) => {
  const owned = await makeClientPackage(desk, { name: 'Relax 6', sessions: 6, payments: [card(80_000)] })
  const profile = new ClientPage(page)
  await profile.open(owned.clientId)
  const relax = profile.card('Relax 6')
  const choose = async (item: string) => {
    await relax.getByRole('button', { name: 'More about Relax 6' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  await choose('Adjust sessions …')
  const adjusting = page.getByRole('dialog', { name: 'Adjust sessions' })
  await adjusting.getByLabel('Sessions', { exact: true }).press('Control+a')
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  await expect(adjusting.getByText('Enter a whole number.')).toBeVisible()
  await adjusting.getByLabel('Sessions', { exact: true }).fill('2')
  await expect(adjusting.getByRole('status')).toContainText('6 left → 8 left')
  await adjusting.getByRole('button', { name: 'Save' }).click()
  await expect(adjusting.getByText('Enter a reason.')).toBeVisible()
  await adjusting.getByLabel('Reason').fill('Goodwill')
  await adjusting.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('8 left')

  await choose('Adjust sessions …')
  await adjusting.getByText('Take off', { exact: true }).click()
  await adjusting.getByLabel('Sessions', { exact: true }).fill('9')
  await adjusting.getByLabel('Reason').fill('Mistake')
  await adjusting.getByRole('button', { name: 'Save' }).click()
  await expect(adjusting.getByText(/Only 8 sessions of Relax 6 are free/)).toBeVisible()
  await adjusting.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()

  await choose('Change the end …')
  const ending = page.getByRole('dialog', { name: 'Change the end' })
  await ending.getByLabel('Last valid day', { exact: true }).fill('31 Mar 2027')
  await expect(ending.getByRole('status')).toContainText('No end → 31 Mar 2027')
  await ending.getByLabel('Reason').fill('Agreed')
  await ending.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('31 Mar 2027')

  await choose('Put on hold …')
  const holding = page.getByRole('dialog', { name: 'Put on hold' })
  await expect(holding.getByRole('status')).toContainText('Its end stays 31 Mar 2027')
  await holding.getByLabel('First day on hold', { exact: true }).fill('1 Apr 2027')
  await expect(holding.getByRole('status')).toHaveText(/Relax 6 ends on 31 Mar 2027, so a hold can't begin after that/)
  await holding.getByLabel('First day on hold', { exact: true }).fill('24 Nov 2026')
  await expect(holding.getByRole('status')).toContainText('Its end stays 31 Mar 2027')
  await holding.getByLabel('Reason').fill('Ill')
  await holding.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('On hold')
  await page.reload()
  await choose('Holds …')
  await holding.getByRole('button', { name: 'Take it back' }).click()
  await expect(relax).toContainText('Active')
})

test('what an insurer authorised is noted on the card, warned of at booking, changed and ended', async ({ page, desk }) => {
  const owned = await makeClientPackage(desk, { name: 'Relax 6', sessions: 6, payments: [card(80_000)] })
  const profile = new ClientPage(page)
  await profile.open(owned.clientId)
  const relax = profile.card('Relax 6')
  const drawer = page.getByRole('dialog', { name: 'Authorised by an insurer' })
  const open = async () => {
    await relax.getByRole('button', { name: 'More about Relax 6' }).click()
    await page.getByRole('menuitem', { name: 'Authorised by an insurer …' }).click()
  }

  await open()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('Enter a number.')).toBeVisible()
  await drawer.getByLabel('Insurer').fill('Sun Mutual')
  await drawer.getByLabel('Sessions authorised').fill('4')
  await drawer.getByLabel('Through', { exact: true }).fill('30 Jun 2027')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('Sun Mutual: 0 of 4 until 30 Jun 2027 — runs out before the package')

  await open()
  await drawer.getByRole('button', { name: 'Change' }).click()
  await drawer.getByLabel('Sessions authorised').fill('1')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('0 of 1 until')
  const { clientId, serviceId, itemId } = owned
  await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T10:00' })
  await page.goto(`/calendar?day=2026-11-24&book=${owned.clientId}&practitioner=${desk.people.practitioner}&at=2026-11-24T14:00`)
  const booking = page.getByRole('dialog', { name: 'Book appointment' })
  await expect(booking).toContainText('Sun Mutual authorised 1 until 30 Jun 2027, and all are taken')
  await booking.getByRole('button', { name: 'Book · nothing to pay' }).click()
  await expect(booking).toBeHidden()

  await profile.open(owned.clientId)
  await expect(relax).toContainText('2 of 1 until')
  await open()
  await drawer.getByRole('button', { name: 'End', exact: true }).click()
  await expect(relax).not.toContainText('Sun Mutual')
})

test('earlier visits are put on a package, said before it happens, undone and taken off again', async ({ page, desk }) => {
  const owned = await makeClientPackage(desk, { name: 'Relax 6', sessions: 6 })
  const { clientId, serviceId } = owned
  const visit = await book(desk, { clientId, serviceId, startsAt: '2026-11-24T08:00' })
  const { invoice } = await desk.call.appointments.complete({ key: newKey(), id: visit.id })
  await desk.call.payments.take({ key: newKey(), invoiceId: invoice!.id, payments: [card(10_000)], keepRestOnAccount: false })
  const profile = new ClientPage(page)
  await profile.open(clientId)
  const relax = profile.card('Relax 6')
  const drawer = page.getByRole('dialog', { name: 'Earlier visits' })
  const open = async () => {
    await relax.getByRole('button', { name: 'More about Relax 6' }).click()
    await page.getByRole('menuitem', { name: 'Put earlier visits on it …' }).click()
  }
  const put = async () => {
    await open()
    await drawer.getByRole('checkbox', { name: /24 Nov 2026/ }).check()
    await expect(drawer.getByRole('status')).toContainText('1 visit uses 1 session; 100.00 goes to the account.')
    await drawer.getByRole('button', { name: 'Put on package' }).click()
    await expect(relax).toContainText('1 used')
  }

  await open()
  await expect(drawer).toContainText(`Invoice ${invoice!.number}: 100.00 → 0.00, 100.00 to the account`)
  await drawer.getByRole('button', { name: 'Put on package' }).click()
  await expect(drawer.getByText('Choose at least one visit.')).toBeVisible()
  await drawer.getByRole('button', { name: 'Cancel' }).click()
  await put()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(relax).not.toContainText('1 used')
  await put()
  await open()
  await expect(drawer).toContainText('No attended visit that it covers is without a package.')
  await expect(drawer.getByRole('button', { name: 'Put on package' })).toHaveCount(0)
  await drawer.getByRole('button', { name: 'Take off' }).click()
  await expect(relax).not.toContainText('1 used')
})

test('pencils stand beside what is left and the end, on the card and in an appointment', async ({ page, desk }) => {
  const owned = await makeClientPackage(desk, { name: 'Relax 6', sessions: 6, payments: [card(80_000)] })
  const { clientId, serviceId, itemId } = owned
  const visit = await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-25T10:00' })
  const profile = new ClientPage(page)
  await profile.open(clientId)
  await profile
    .card('Relax 6')
    .getByRole('button', { name: /^Adjust .* of Relax 6$/ })
    .click()
  const adjusting = page.getByRole('dialog', { name: 'Adjust sessions' })
  await expect(adjusting.getByRole('status')).toContainText('5 left → 6 left')
  await adjusting.getByRole('button', { name: 'Cancel' }).click()

  await page.goto(`/calendar?day=2026-11-25&appointment=${visit.id}`)
  await page.getByRole('button', { name: 'Change the end of Relax 6' }).click()
  const ending = page.getByRole('dialog', { name: 'Change the end' })
  await ending.getByRole('textbox', { name: 'Last valid day' }).fill('31 Dec 2026')
  await ending.getByLabel('Reason').fill('Agreed')
  await ending.getByRole('button', { name: 'Save' }).click()
  await expect(ending).toBeHidden()
  await expect(page.getByRole('region', { name: 'Packages' })).toContainText('Until 31 Dec 2026')
})

test('with the keys alone: whatever the menu opens has the focus on its first field and gives it back to the menu', async ({
  page,
  desk,
}) => {
  const owned = await makeClientPackage(desk, { name: 'Relax 6', sessions: 6, payments: [card(80_000)] })
  await sellPackage(desk, { clientId: owned.clientId, packageId: owned.packageId }) // one to merge it with
  await new ClientPage(page).open(owned.clientId)
  const more = page.getByRole('button', { name: 'More about Relax 6' }).first()
  const opened = [
    ['Authorised by an insurer …', 'Insurer'],
    ['Adjust sessions …', 'Sessions'],
    ['Change the end …', 'Last valid day'],
    ['Put on hold …', 'First day on hold'],
    ['Edit the split …', '#1'],
    ['Transfer …', 'Sessions'],
    ['Upgrade …', 'Package'],
    ['Merge …', 'With'],
    ['Notes …', 'Notes'],
    ['Cancel package …', 'Reason'],
  ] as const
  for (const [item, field] of opened) {
    await more.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.getByRole('menuitem', { name: item }).press('Enter')
    const dialog = page.getByRole('dialog')
    const named = { name: field, exact: true }
    await expect(dialog.getByRole('textbox', named).or(dialog.getByRole('combobox', named))).toBeFocused()
    while (await dialog.isVisible()) await page.keyboard.press('Escape')
    await expect(more, item).toBeFocused()
  }
})

test('the menu of a package stays on a low screen, and its last line can be chosen', async ({ page, desk }) => {
  const { clientId } = await makeClientPackage(desk, { name: 'Relax 6' })
  await page.setViewportSize({ width: 683, height: 384 })
  await page.goto(`/clients/${clientId}?tab=packages`)
  await page.getByRole('button', { name: 'More about Relax 6' }).click()
  await expect(page.getByRole('menu')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem').last()).toBeInViewport({ ratio: 1 })
})
