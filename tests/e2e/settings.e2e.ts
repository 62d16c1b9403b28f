// Settings and the frame: bad input is marked at its field, what was typed is not lost by accident, addresses work.

import { expect, test } from './support/fixtures.ts'

test('a service without a name or with a name that is taken is refused at its field, and saved once it is right', async ({ page }) => {
  await page.goto('/settings/services')
  await page.getByRole('button', { name: 'New service' }).click()
  const drawer = page.getByRole('dialog', { name: 'New service' })
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('Enter a name.')).toBeVisible()
  await expect(drawer.getByText('Enter an amount.')).toBeVisible()
  await expect(drawer.getByLabel('Name')).toBeFocused()

  await drawer.getByLabel('Name').fill('  dry NEEDLING ')
  await drawer.getByLabel('Regular fee').fill('12.345')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('This can be read in two ways. Write 12345 or 12.34.')).toBeVisible()
  await drawer.getByLabel('Regular fee').fill('1250,5')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText(/^Another service is already called/)).toBeVisible()
  await drawer.getByLabel('Name').fill('Cupping')
  await drawer.getByLabel('Length').fill('4.5')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('Enter a whole number.')).toBeVisible()
  await expect(drawer.getByLabel('Length')).toHaveValue(/^4\.5/)
  await drawer.getByLabel('Length').fill('45')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Cupping.*45.*1,250\.50/ })).toBeVisible()
})

test('a drawer with changes asks before another row, another page or Esc takes them away', async ({ page }) => {
  await page.goto('/settings/staff')
  await page.getByRole('button', { name: 'Sam Okafor' }).click()
  const name = page.getByRole('dialog', { name: 'Sam Okafor' }).getByLabel('Name')
  await name.fill('Sam Okafor-Lindqvist')
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  for (const leave of [
    () => page.getByRole('button', { name: 'Dr Elena Ruiz' }).click(),
    () => page.getByRole('link', { name: 'Taxes' }).click(),
    () => name.press('Escape'),
  ]) {
    await leave()
    await question.getByRole('button', { name: 'Go back' }).click()
    await expect(question).toBeHidden()
    await expect(name).toHaveValue('Sam Okafor-Lindqvist')
  }
  await page.getByRole('link', { name: 'Taxes' }).click()
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Taxes' })).toBeVisible()
})

test('hours that end before they start and a number without its issuer are marked', async ({ page }) => {
  await page.goto('/settings/staff')
  await page.getByRole('button', { name: 'Sam Okafor' }).click()
  const drawer = page.getByRole('dialog', { name: 'Sam Okafor' })
  await drawer.getByLabel('Monday to', { exact: true }).fill('7')
  await drawer.getByRole('button', { name: 'Add a number' }).click()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer.getByText('Must be after the start.')).toBeVisible()
  await expect(drawer.getByText('Enter who issued it.')).toBeVisible()
  await drawer.getByLabel('Monday to', { exact: true }).fill('1630')
  await drawer.getByRole('button', { name: 'Remove' }).last().click()
  await drawer.getByRole('button', { name: 'Save' }).click()
  await expect(drawer).toBeHidden()
})

test('an unknown address says so and leads back, and Back works', async ({ page }) => {
  await page.goto('/settings/taxes')
  await page.goto('/clients/twelve')
  await expect(page.getByText('There is no such page.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Taxes' })).toBeVisible()
})

test('the search box finds commands and people by keyboard alone', async ({ page, desk }) => {
  await desk.call.clients.save({
    key: crypto.randomUUID(),
    id: null,
    givenName: 'Łukasz',
    familyName: 'Żółć',
    birthDate: null,
    phone: '',
    email: '',
    address: '',
    country: null,
    insurer: '',
    insurerNumber: '',
    notes: '',
  })
  await page.goto('/settings/taxes')
  await expect(page.getByRole('heading', { level: 1, name: 'Taxes' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zolc')
  await expect(page.getByRole('option', { name: /Łukasz Żółć/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Łukasz Żółć')
  await page.keyboard.press('/')
  await page.keyboard.type('new pa')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/packages\/new$/)
})

test('a new PIN unlocks the screen at the address it was locked at', async ({ page }) => {
  await page.goto('/settings/categories')
  await page.getByRole('button', { name: /^Signed in/ }).click()
  await page.getByRole('menuitem', { name: 'Change password or PIN' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change my password or PIN' })
  await dialog.getByLabel('New PIN', { exact: true }).fill('97531')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('New PIN set')).toBeVisible()
  await page.getByRole('button', { name: 'Lock the screen' }).click()
  await page.getByLabel('PIN', { exact: true }).fill('97531')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Categories' })).toBeVisible()
})
