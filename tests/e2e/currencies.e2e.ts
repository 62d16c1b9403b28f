// A package for clients who pay in another currency: defined, sold, paid, and stated apart from what is in the practice's.

import { PackagesPage } from './pages/packages.ts'
import { expect, test } from './support/fixtures.ts'
import { card, makeClient, makeClientPackage, makeService } from '../support/make.ts'
import { minor } from '../../shared/money.ts'

test(
  'a package in dollars is defined, sold and paid in dollars, and added to nothing else',
  { tag: '@desktop' },
  async ({ page, desk }) => {
    await makeService(desk, { name: 'Physio 45', priceMinor: minor(9_000) })
    const client = await makeClient(desk, { givenName: 'Mara', familyName: 'Vidal' })
    await makeClientPackage(desk, { name: 'Relax 10', clientId: client.id, payments: [card(30_000)] })
    const packages = new PackagesPage(page)
    await packages.open()
    await packages.start({ name: 'Visitors 6', service: 'Physio 45', sessions: 6, price: '360' })
    const summary = page.getByRole('complementary', { name: 'What it comes to' })
    await page.getByRole('button', { name: /^Where it is offered/ }).click()
    const currency = page.getByRole('combobox', { name: 'Currency' })
    await currency.click()
    await currency.fill('us dol')
    await page.getByRole('option', { name: 'USD · US Dollar' }).click()
    await expect(summary).toContainText('360.00\u00a0USD')
    await expect(page.getByRole('group', { name: 'Item 1' })).toContainText('90.00 CAD one by one')

    await page.getByRole('radio', { name: /^Each appointment/ }).click()
    await page.getByRole('button', { name: 'Save package' }).click()
    await expect(page.getByText('What is paid at each appointment is in CAD.')).toBeVisible()
    await page.getByRole('radio', { name: /^Upfront/ }).click()
    await page.getByRole('button', { name: 'Save package' }).click()
    await expect(packages.row('Visitors 6')).toContainText('360.00\u00a0USD')
    await page.reload()
    await packages.row('Visitors 6').getByRole('link', { name: 'Visitors 6', exact: true }).click()
    await expect(page.getByRole('button', { name: /^Where it is offered/ })).toContainText('in USD')

    await page.goto(`/clients/${client.id}?tab=packages`)
    await page.getByRole('button', { name: 'Sell package' }).click()
    const drawer = page.getByRole('dialog', { name: /^Sell/ })
    await drawer.getByLabel('Package', { exact: true }).fill('visitors')
    await page.getByRole('option', { name: /Visitors 6/ }).click()
    await drawer.getByRole('textbox', { name: 'Amount' }).fill('100')
    await drawer.getByRole('button', { name: /^Sell and take 100.00/ }).click()
    await expect(page.getByText('278.00\u00a0USD to be paid later.')).toBeVisible()
    const glance = page.locator('dl').filter({ hasText: 'Balance' })
    await expect(glance).toContainText('500.00 and 278.00\u00a0USD due')
    await expect(glance).toContainText('800.00 and 360.00\u00a0USD in 16 sessions')
    await expect(page.getByRole('article', { name: 'Visitors 6' })).toContainText('100.00\u00a0USD')

    await page.goto('/sales')
    await expect(page.getByRole('status').filter({ hasText: 'invoices' })).toContainText('500.00 CAD and 278.00 USD due')

    await page.goto(`/clients/${client.id}/statement`)
    await expect(page.getByText('amounts of different currencies can’t be added up')).toBeVisible()
    await page.getByRole('button', { name: 'Only those in USD' }).click()
    await expect(page.locator('canvas').first()).toBeVisible()
    await expect(page.getByRole('region', { name: 'In short' })).toContainText('Amounts in USD.')
    await expect(page.getByRole('checkbox', { name: /Relax 10/ })).not.toBeChecked()
  },
)
