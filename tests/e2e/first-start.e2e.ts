// The first start: a practice is set up in three steps, and mistakes are marked where they are.

import { expect, test } from './support/fixtures.ts'

test('a practice is set up in three steps and opens on its calendar', { tag: '@desktop' }, async ({ firstPage: page }) => {
  await page.getByRole('button', { name: /^Set up your practice/ }).click()

  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Enter the practice’s name.')).toBeVisible()
  await page.getByLabel('Name of the practice').fill('Praxis Łukasz & Söhne')
  await page.getByRole('combobox', { name: 'Country' }).click()
  await page.getByRole('combobox', { name: 'Country' }).fill('Switz')
  await page.getByRole('option', { name: 'Switzerland' }).click()
  await page.getByRole('combobox', { name: 'Trade' }).click()
  await page.getByRole('option', { name: 'Massage' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()

  await expect(page.getByRole('combobox', { name: 'Currency' })).toHaveValue(/^CHF/)
  await expect(page.getByLabel('Name of the tax')).toHaveValue('MWST')
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.getByLabel('Your name').fill('Ольга Meier')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByLabel('PIN', { exact: true }).fill('12')
  await page.getByRole('button', { name: 'Open the practice' }).click()
  await expect(page.getByText('At least 8 characters.', { exact: true })).toBeVisible()
  await expect(page.getByText('4 to 8 digits.', { exact: true })).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill('kettle-orchard-9')
  await page.getByLabel('PIN', { exact: true }).fill('2468')
  await page.getByRole('button', { name: 'Open the practice' }).click()

  await expect(page.getByRole('link', { name: 'Calendar' })).toHaveAttribute('aria-current', 'page')
  await page.goto('/settings/services')
  await expect(page.getByRole('row', { name: /Massage 60 min/ })).toBeVisible()
})
