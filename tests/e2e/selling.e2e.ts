// Selling with everything around it: a plan and a schedule by the keyboard alone, assigning and invoicing later, from a visit.

import { book, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'
import { ClientPage } from './pages/client.ts'
import { expect, test } from './support/fixtures.ts'
import { tabTo } from './support/keyboard.ts'

test('a package is sold in instalments with its visits, by the keyboard alone', async ({ page, desk }) => {
  const service = await makeService(desk, { name: 'Physio 45' })
  await makePackage(desk, {
    name: 'Relax 6',
    sessions: 6,
    serviceIds: [service.id],
    paymentStyle: 'instalments',
    instalments: { count: 3, every: 1, unit: 'months', firstAfterDays: 0 },
    expiry: { kind: 'afterPurchase', count: 3, unit: 'weeks' },
  })
  const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const other = await makeClient(desk, { givenName: 'Leo', familyName: 'Moreau' })
  await book(desk, { clientId: other.id, serviceId: service.id, startsAt: '2026-12-02T08:00' })
  const profile = new ClientPage(page)
  await profile.open(id)
  await expect(page.getByRole('heading', { name: 'Anna Lee' })).toBeVisible()

  await page.keyboard.press('s')
  const drawer = page.getByRole('dialog', { name: 'Sell to Anna Lee' })
  await expect(drawer.getByRole('textbox', { name: 'Package' })).toBeFocused()
  await page.keyboard.type('rel')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('button', { name: /^Sell and take 266.67/ })).toBeFocused()
  await expect(drawer.getByText('Valid 24 Nov 2026 – 15 Dec 2026')).toBeVisible()
  await expect(drawer.getByRole('region', { name: 'How it is paid' })).toContainText('24 Jan 2027')

  await drawer.getByRole('textbox', { name: 'Package' }).focus()
  await tabTo(page, /^Schedule visits/)
  await page.keyboard.press('Enter')
  const visits = drawer.getByRole('list', { name: 'Visits' }).getByRole('listitem')
  await expect(visits).toHaveCount(3) // as many as there is room for until 15 December
  await expect(visits.nth(1)).toContainText('On Relax 6')
  await expect(drawer.getByText('There is room for 3 visits of 6 while the package is valid.')).toBeVisible()

  await tabTo(page, /^Time of visit 2/)
  await page.keyboard.type('8:15')
  await expect(visits.nth(1)).toContainText('Dr Elena Ruiz already has Leo Moreau at 8:00.')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('1 visit can’t be booked as it is.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('9:00')
  await expect(visits.nth(1)).toContainText('On Relax 6')
  await tabTo(page, /^Another visit/)
  await page.keyboard.press('Enter')
  await expect(visits.nth(3)).toContainText('Regular fee 100.00: outside validity')
  await tabTo(page, /^Leave out what is at the regular fee/)
  await page.keyboard.press('Enter')
  await expect(visits).toHaveCount(3)
  await expect(drawer.getByText('3 on Relax 6')).toBeVisible()
  await drawer.getByLabel('Time of visit 1').focus()
  await page.keyboard.press('Enter')

  await expect(drawer).toBeHidden()
  const relax = profile.card('Relax 6')
  await expect(relax).toContainText('3 of 6 scheduled, 3 to schedule')
  await expect(relax).toContainText('266.67 due 24 Dec')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('3 visits taken back.')).toBeVisible()
  await expect(relax).toContainText('0 of 6 scheduled, 6 to schedule')

  await relax.getByRole('button', { name: 'Schedule Relax 6' }).click()
  const scheduling = page.getByRole('dialog', { name: 'Schedule visits' })
  await scheduling.getByLabel('How many').press('Control+a')
  await page.keyboard.type('1.5')
  await expect(scheduling.getByText('Enter a whole number.')).toBeVisible()
  await scheduling.getByLabel('How many').fill('2')
  await expect(scheduling.getByRole('listitem')).toHaveCount(2)
  await scheduling.getByRole('button', { name: 'Book 2 visits' }).click()
  await expect(relax).toContainText('2 of 6 scheduled, 4 to schedule')
})

test('a package is assigned at another charge and added to an invoice at a third', async ({ page, desk }) => {
  await makePackage(desk, { name: 'Relax 10' })
  const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const profile = new ClientPage(page)
  await profile.open(id)
  await page.getByRole('button', { name: 'Sell package' }).first().click()
  const drawer = page.getByRole('dialog', { name: /to Anna Lee$/ })
  await drawer.getByLabel('Package', { exact: true }).fill('rel')
  await page.getByRole('option', { name: 'Relax 10' }).click()
  await drawer.getByText('Without one for now').click()
  await drawer.getByLabel('Charge').fill('700')
  await drawer.getByRole('button', { name: /^Assign/ }).click()
  await expect(drawer.getByText('Enter a reason.')).toBeVisible()
  await drawer.getByRole('combobox', { name: 'Reason' }).fill('Family')
  await drawer.getByRole('button', { name: /^Assign/ }).click()
  const relax = profile.card('Relax 10')
  await expect(relax).toContainText('No invoice yet')

  await relax.getByRole('button', { name: 'Add to an invoice' }).click()
  const invoicing = page.getByRole('dialog', { name: 'Add to an invoice' })
  await invoicing.getByLabel('Charge').fill('600')
  await expect(invoicing.getByRole('status').filter({ hasText: 'What is not used yet' })).toContainText('70.00 → 60.00')
  await invoicing.getByRole('button', { name: /^Invoice, take 600.00/ }).click()
  await expect(invoicing).toBeHidden()
  await expect(relax).not.toContainText('No invoice yet')
  await expect(relax).toContainText('Invoice')

  await page.getByRole('button', { name: 'Open invoice' }).click()
  await page.getByRole('heading', { name: /^Invoice \d+/ }).waitFor()
  await expect(page.getByText('600.00').first()).toBeVisible()
})

test('a discount needs its reason, and one given to others before is taken by the keyboard', async ({ page, desk }) => {
  const { id: packageId } = await makePackage(desk, { name: 'Relax 10' })
  const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const discount = { kind: 'percent' as const, rate: 5_000, reason: 'Returning client' }
  for (const { id: clientId } of [await makeClient(desk), await makeClient(desk)])
    await sellPackage(desk, { clientId, packageId, discount })
  const profile = new ClientPage(page)
  await profile.open(id)
  await expect(page.getByRole('heading', { name: 'Anna Lee' })).toBeVisible()
  await page.keyboard.press('s')
  const drawer = page.getByRole('dialog', { name: 'Sell to Anna Lee' })
  await drawer.getByRole('textbox', { name: 'Package' }).waitFor()
  await page.keyboard.type('rel')
  await page.keyboard.press('Enter')
  await drawer.getByRole('button', { name: 'Discount', exact: true }).press('Enter')
  await expect(drawer.getByRole('textbox', { name: 'Less' })).toBeFocused()
  await page.keyboard.type('80')
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('Enter a reason.')).toBeVisible()
  await drawer.getByRole('combobox', { name: 'Reason' }).focus()
  await expect(page.getByRole('option', { name: 'Returning client' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('combobox', { name: 'Reason' })).toHaveValue('Returning client')
  await page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  await page.getByRole('button', { name: 'Open invoice' }).click()
  await page.getByRole('heading', { name: /^Invoice \d+/ }).waitFor()
  await expect(page.getByText('Discount −80.00: Returning client')).toBeVisible()
})

test('a package sold from a visit takes the visit on', async ({ page, desk }) => {
  const service = await makeService(desk, { name: 'Physio 45' })
  await makePackage(desk, { name: 'Relax 10', serviceIds: [service.id] })
  const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const visit = await book(desk, { clientId: id, serviceId: service.id, startsAt: '2026-11-24T10:00' })
  await page.goto(`/calendar?day=2026-11-24&appointment=${visit.id}`)
  const panel = page.getByRole('dialog', { name: 'Anna Lee' })
  await panel.getByRole('button', { name: 'Sell or assign a package' }).click()
  const drawer = page.getByRole('dialog', { name: 'Sell to Anna Lee' })
  await page.getByRole('option', { name: /Relax 10/ }).click()
  await drawer.getByRole('button', { name: /^Pay later/ }).click()
  await expect(panel.getByRole('button', { name: 'Put this visit on it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel.getByText('1 of 10')).toBeVisible()
})

test('the instalments of an invoice are changed', async ({ page, desk }) => {
  const pack = await makePackage(desk, {
    name: 'Relax 6',
    paymentStyle: 'instalments',
    instalments: { count: 2, every: 1, unit: 'months', firstAfterDays: 0 },
  })
  const { id: clientId } = await makeClient(desk)
  const sold = await desk.call.clientPackages.sell({
    key: crypto.randomUUID(),
    clientId,
    packageId: pack.id,
    discount: null,
    payments: [],
    keepRestOnAccount: false,
  })
  await page.goto(`/sales/${sold.invoiceId}`)
  const plan = page.getByRole('table', { name: 'Instalments' })
  await expect(plan.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const drawer = page.getByRole('dialog', { name: 'Instalments' })
  await drawer.getByLabel('Amount 1').fill('100')
  await expect(drawer.getByText('300.00 of the total is not in the plan.')).toBeVisible()
  await drawer.getByRole('button', { name: 'Another instalment' }).click()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(plan.getByRole('row')).toHaveCount(4)
  await expect(plan).toContainText('24 Jan 2027')
})

test('a package meant for another country warns, until the client is said to be from there', async ({ page, desk }) => {
  await makePackage(desk, { name: 'Visitors 5', country: 'AT' })
  const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const profile = new ClientPage(page)
  await profile.open(id)
  const drawer = page.getByRole('dialog', { name: 'Sell to Anna Lee' })
  const choose = async () => {
    await page.getByRole('button', { name: 'Sell package' }).first().click()
    await drawer.getByLabel('Package', { exact: true }).fill('vis')
    await page.getByRole('option', { name: /Visitors 5/ }).click()
    await expect(drawer.getByText('Total, CAD')).toBeVisible()
  }
  await choose()
  await expect(drawer.getByText('It is meant for clients in Austria.')).toBeVisible()
  await drawer.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Edit Anna Lee' }).click()
  const editing = page.getByRole('dialog', { name: 'Edit Anna Lee' })
  await expect(editing.getByRole('combobox', { name: 'Country' })).toHaveAttribute('placeholder', 'Canada, as the practice')
  await editing.getByRole('combobox', { name: 'Country' }).fill('austri')
  await page.getByRole('option', { name: 'Austria' }).click()
  await editing.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Austria', { exact: true })).toBeVisible()
  await choose()
  await expect(drawer.getByText('It is meant for clients in Austria.')).toBeHidden()
})
