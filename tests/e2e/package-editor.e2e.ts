// Defining a package with every kind of term: the summary beside it says what they come to, and a split that is off is not saved.

import { CalendarPage } from './pages/calendar.ts'
import { PackagesPage } from './pages/packages.ts'
import { expect, test } from './support/fixtures.ts'
import { PRACTITIONER } from './support/practice.ts'
import { makeClient, makePackage, makeProduct, makeService, sellPackage } from '../support/make.ts'
import { minor } from '../../shared/money.ts'
import { newKey } from '../support/app.ts'

test('a package with a split by hand, instalments, a break, a top-up and a product is defined and opened again', async ({ page, desk }) => {
  await makeService(desk, { name: 'Physio 45', priceMinor: minor(9_000) })
  await makeService(desk, { name: 'Physio 60', priceMinor: minor(12_000), durationMinutes: 60 })
  await makeProduct(desk, { name: 'Support belt', priceMinor: minor(2_000), stock: 7 })
  const packages = new PackagesPage(page)
  await packages.open()
  await packages.start({ name: 'Back 4', service: 'Physio 45', sessions: 4, price: '400' })
  const summary = page.getByRole('complementary', { name: 'What it comes to' })
  await expect(summary).toContainText('100.00 × 4')

  const item = page.getByRole('group', { name: 'Item 1' })
  await item.getByRole('button', { name: /^Delivery and top-up/ }).click()
  await item.getByLabel('Minutes').fill('60')
  await item.getByLabel('Break in them').fill('10')
  await expect(summary).toContainText('60 (50 + 10) min')
  await item.getByRole('combobox', { name: 'May be booked on it for the difference in price' }).click()
  await page.getByRole('option', { name: 'Physio 60', exact: true }).click()
  await expect(item).toContainText('Physio 60 for 30.00 more')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Add product' }).click()
  await page.getByRole('combobox', { name: 'Product' }).click()
  await page.getByRole('option', { name: 'Support belt' }).click()
  await expect(page.getByText('7 in stock · 20.00 each · no tax')).toBeVisible()

  await page.getByRole('radio', { name: /^In instalments/ }).click()
  await page.getByLabel('Instalments', { exact: true }).fill('4')
  await expect(page.getByRole('list', { name: 'The plan for one sold today' }).getByRole('listitem')).toHaveCount(4)
  await expect(page.getByText(/Prepaid works for insurers here too/)).toBeVisible()

  await page.getByText('By hand', { exact: true }).click()
  const first = page.getByRole('textbox', { name: 'Session 1' }).first()
  await first.fill('120')
  await expect(page.getByText(/more than the price\./)).toBeVisible()
  const sum = page.getByRole('status').filter({ hasText: /more than the price\./ })
  await page.getByRole('textbox', { name: 'Name', exact: true }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Save package' }).click()
  await expect(page).toHaveURL(/new/)
  await expect(sum).toBeFocused()
  await expect(sum).toBeInViewport()
  await page.getByRole('button', { name: 'Start again from the item prices' }).click()
  await expect(page.getByText('Adds up to the price.')).toBeVisible()
  const howOften = page.getByLabel('How often, as a suggestion')
  await howOften.pressSequentially('1.5')
  await page.getByRole('button', { name: 'Save package' }).click()
  await expect(page.getByText('Enter a whole number.')).toBeVisible()
  await expect(howOften).toHaveValue('1.5')
  await expect(howOften).toBeFocused()
  await howOften.fill('2')
  await expect(summary).toContainText('2 a week')
  await page.getByRole('button', { name: /^Where it is offered/ }).click()
  await page.getByRole('switch', { name: 'Clients can buy it themselves, in self-service' }).check()
  await page.getByRole('combobox', { name: 'Only for clients in' }).fill('Canad')
  await page.getByRole('option', { name: 'Canada' }).click()
  await page.getByRole('button', { name: 'Save package' }).click()

  await packages.row('Back 4').getByRole('link', { name: 'Back 4', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Where it is offered/ })).toContainText('At the desk and in self-service · Canada only')
  await expect(page.getByRole('group', { name: 'Item 1' }).getByRole('button', { name: /^Delivery/ })).toContainText(
    'In person · 60 (50 + 10) min · Physio 60 for the difference',
  )
  await expect(page.getByText('Adds up to the price.')).toBeVisible()
})

test('a booking takes the length that its package gives each visit, and the difference of a longer service', async ({ page, desk }) => {
  const physio = await makeService(desk, { name: 'Physio 45', priceMinor: minor(9_000) })
  const long = await makeService(desk, { name: 'Physio 60', priceMinor: minor(12_000), durationMinutes: 60 })
  const client = await makeClient(desk, { givenName: 'Mara', familyName: 'Vidal' })
  const item = { productId: null, services: [{ serviceId: physio.id, feeMinor: null }], quantity: 6, itemPriceMinor: minor(9_000) }
  const sold = await makePackage(desk, { name: 'Relax 6', items: [{ ...item, durationMinutes: 50, topUpServiceIds: [long.id] }] })
  await sellPackage(desk, { clientId: client.id, packageId: sold.id })
  const calendar = new CalendarPage(page)
  await calendar.open()
  await calendar.clickSlot(PRACTITIONER, '10:00')
  await calendar.chooseClient('vidal', 'Mara Vidal')
  await calendar.chooseService('Physio 45')
  const drawer = calendar.booking()
  await expect(drawer.getByText('6 left → 5')).toBeVisible()
  await expect(drawer.getByLabel('To', { exact: true })).toHaveValue('10:50')
  await drawer.getByRole('radio', { name: /^Regular fee/ }).check()
  await expect(drawer.getByLabel('To', { exact: true })).toHaveValue('10:45')
  await calendar.chooseService('Physio 60')
  await drawer.getByRole('radio', { name: /^Relax 6/ }).check()
  await expect(drawer.getByText(/difference to Physio 45/)).toBeVisible()
  await expect(drawer.getByText('30.00', { exact: true })).toBeVisible()
  await drawer.getByRole('button', { name: /^Book · 30.00/ }).click()
  await expect(calendar.tile('Mara Vidal')).toHaveAccessibleName(/10:00 to 11:00, Physio 60, booked, Relax 6, 1 of 6/)
})

test('a package that is changed in two windows keeps the first change, and the second is told so', async ({ page, desk }) => {
  const { id, name } = await makePackage(desk)
  await page.goto(`/packages/${id}`)
  const notes = page.getByLabel('Notes for staff')
  await notes.fill('Typed here')
  await desk.call.packages.setPrice({ key: newKey(), id, seenMinor: 80_000, priceMinor: 75_000 })
  await page.getByRole('button', { name: 'Save package' }).click()
  await expect(page.getByText(`${name} was changed in another window meanwhile`)).toBeVisible()
  await expect(notes).toHaveValue('Typed here')
  expect(await desk.call.packages.get({ id })).toMatchObject({ priceMinor: 75_000, notes: '' })

  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Package price' })).toHaveValue('750.00')
  await notes.fill('Typed again')
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${name} is saved.`)).toBeVisible()
  await notes.fill('And once more')
  await page.getByRole('button', { name: 'Save package' }).click()
  await expect(page).toHaveURL(/packages$/)
  expect(await desk.call.packages.get({ id })).toMatchObject({ priceMinor: 75_000, notes: 'And once more' })
})
