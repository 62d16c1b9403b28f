// From the first terms to the next: a package is defined, sold, given new terms, and these are applied to what was sold.

import { ClientPage } from './pages/client.ts'
import { PackagesPage } from './pages/packages.ts'
import { expect, test } from './support/fixtures.ts'
import { minor } from '../../shared/money.ts'
import { newKey } from '../support/app.ts'
import { makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'

test('a package is created, sold, given new terms as version 2, and these are applied to the client who has it', async ({ page, desk }) => {
  await makeService(desk, { name: 'Physio 45' })
  const anna = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const packages = new PackagesPage(page)
  await packages.open()
  await packages.define({ name: 'Relax 10', service: 'Physio 45', sessions: 10, price: '800' })
  const profile = new ClientPage(page)
  await profile.open(anna.id)
  await profile.sell('Relax 10')

  await packages.open()
  await packages.row('Relax 10').getByRole('link', { name: 'Relax 10', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled()
  await expect(page.getByRole('group', { name: 'Item 1' }).getByLabel('Sessions')).toBeDisabled()
  await page.getByRole('button', { name: 'Edit terms' }).click()
  await expect(page.getByRole('heading', { name: 'New terms for Relax 10' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeDisabled()
  await page.getByRole('group', { name: 'Item 1' }).getByLabel('Sessions').fill('12')
  await page.getByRole('textbox', { name: 'Package price' }).fill('900')
  await page.getByRole('button', { name: 'Save version 2' }).click()

  const versions = page.getByRole('list', { name: 'Versions, the newest first' })
  await expect(versions).toContainText('Items: Physio 45 × 10 → Physio 45 × 12')
  await expect(versions).toContainText('Price: 800.00 → 900.00')
  await expect(versions.getByRole('listitem').first()).toContainText('Sold now')

  await page.getByRole('button', { name: 'Apply to existing …' }).press('Enter') // it still moves while the fold opens
  const row = page.getByRole('row').filter({ hasText: 'Anna Lee' })
  await expect(row).toContainText('Version 1')
  await expect(row).toContainText('Physio 45: 10 → 12')
  await expect(row.getByRole('checkbox', { name: /^Apply to Anna Lee, bought/ })).toBeChecked()
  await page.getByRole('button', { name: 'Apply to 1' }).click()
  await expect(page.getByText('Enter a reason.')).toBeVisible()
  await page.getByLabel('Reason').fill('Agreed by letter')
  await page.getByRole('button', { name: 'Apply to 1' }).click()
  await expect(page.getByText('1 client package has the terms of version 2.')).toBeVisible()

  await profile.open(anna.id)
  await expect(profile.card('Relax 10')).toContainText('12 left')
  await packages.open()
  await expect(page.getByRole('link', { name: 'Relax 10', exact: true })).toHaveCount(1)
  await packages.row('Relax 10').getByRole('link', { name: 'Relax 10', exact: true }).click()
  await page.getByRole('button', { name: /^Versions/ }).click()
  await versions.getByRole('link', { name: 'Version 1' }).click()
  await expect(page.getByText('Version 1, as it was sold.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save package' })).toBeHidden()
  await page.getByRole('link', { name: 'Version 2 is sold now' }).click()
  await page.getByRole('button', { name: /^Versions/ }).click()
  await page.getByRole('button', { name: 'Apply to existing …' }).press('Enter') // it still moves while the fold opens
  await expect(page.getByText('Nothing to apply')).toBeVisible()
})

test('the usage of a package has one address for all its versions, and the unfolded timelines are as they were after Back', async ({
  page,
  desk,
}) => {
  const service = await makeService(desk, { name: 'Physio 45' })
  const anna = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const {
    active: _a,
    deleted: _d,
    position: _p,
    locked: _l,
    ...terms
  } = await makePackage(desk, { name: 'Relax 10', serviceIds: [service.id] })
  await sellPackage(desk, { clientId: anna.id, packageId: terms.id })
  const next = await desk.call.packages.saveVersion({ key: newKey(), ...terms, priceMinor: minor(90_000) })

  await page.goto(`/packages/${terms.id}/usage`)
  await expect(page.getByRole('definition').filter({ hasText: '900.00' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/packages/${next.id}/usage$`))
  await expect(page.getByRole('term').filter({ hasText: 'Version 2' }).locator('+ dd')).toHaveText('since 24 Nov 2026')
  await expect(page.getByRole('button', { name: 'Assign package' })).toBeVisible()
  const timeline = page.getByRole('list', { name: 'Timeline of Anna Lee' })
  await page.getByRole('button', { name: 'Show the timeline of Anna Lee' }).click()
  await expect(timeline).toContainText('Granted #1–10')
  await page.getByRole('link', { name: 'Anna Lee' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Anna Lee', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(timeline).toContainText('Granted #1–10')
  await expect(page.getByRole('link', { name: 'Anna Lee' })).toBeFocused()
})

test('a package is duplicated, made inactive, deleted and restored from its menu', async ({ page, desk }) => {
  await makeService(desk, { name: 'Physio 45' })
  const packages = new PackagesPage(page)
  await packages.open()
  await packages.define({ name: 'Relax 10', service: 'Physio 45', sessions: 10, price: '800' })
  const choose = async (name: string, item: string) => {
    await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await choose('Relax 10', 'Duplicate')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Relax 10 copy')
  await expect(page.getByRole('textbox', { name: 'Package price' })).toHaveValue('800.00')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Relax 20')
  await page.getByRole('button', { name: 'Save package' }).click()
  await expect(packages.row('Relax 20')).toBeVisible()

  const menu = page.getByRole('button', { name: 'Actions for Relax 20', exact: true })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await choose('Relax 20', 'Make inactive')
  await expect(packages.row('Relax 20')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(packages.row('Relax 20')).toBeVisible()

  await choose('Relax 20', 'Delete')
  const asking = page.getByRole('dialog', { name: 'Delete Relax 20?' })
  await expect(asking).toContainText('Nobody can buy it any more')
  await asking.getByRole('button', { name: 'Delete package' }).click()
  await expect(packages.row('Relax 20')).toBeHidden()
  await page.goto('/packages?deleted=true')
  const ends = ['Relax 10', 'Relax 20'].map((name) =>
    packages
      .row(name)
      .getByText('800.00')
      .evaluate((price) => {
        const text = document.createRange()
        text.selectNodeContents(price)
        return text.getBoundingClientRect().right
      }),
  )
  expect(new Set(await Promise.all(ends)).size, 'where the prices end').toBe(1)
  await choose('Relax 20', 'Restore')
  await expect(page.getByText('Relax 20 is back.')).toBeVisible()
  await packages.open()
  await expect(packages.row('Relax 20')).toBeVisible()
})
