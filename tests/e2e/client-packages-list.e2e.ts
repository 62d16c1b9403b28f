// The lists of the packages room: what clients own, filtered and sorted with the filters in the address, and whom to call.

import { readFileSync } from 'node:fs'
import { expect, test } from './support/fixtures.ts'
import { card, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'
import type { Maker } from '../support/make.ts'

async function makeOwners(desk: Maker) {
  const service = await makeService(desk, { name: 'Deep tissue 45' })
  const relax = await makePackage(desk, { name: 'Relax 10', serviceIds: [service.id] })
  const short = await makePackage(desk, { name: 'Taster', sessions: 2, serviceIds: [service.id] })
  const anna = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee', phone: '604 555 0100' })
  const lukasz = await makeClient(desk, { givenName: 'Łukasz', familyName: 'Żółć' })
  await sellPackage(desk, { clientId: anna.id, packageId: relax.id, payments: [card(80_000)] })
  await sellPackage(desk, { clientId: lukasz.id, packageId: short.id })
}

test('client packages are found, filtered, sorted and opened, and the filters stay in the address', async ({ page, desk }) => {
  await makeOwners(desk)
  await page.goto('/packages')
  await page.getByRole('tab', { name: /^Client packages/ }).click()
  const table = page.getByRole('table', { name: 'Client packages' })
  await expect(table.getByRole('row')).toHaveCount(3)

  await page.getByRole('searchbox', { name: 'Client or package' }).fill('zol')
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('Łukasz Żółć')
  await expect(page).toHaveURL(/search=zol/)
  await page.reload()
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Client or package' }).fill('')
  await expect(table.getByRole('row')).toHaveCount(3)

  await page.getByRole('button', { name: 'Unpaid' }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Unpaid' }).click()

  await page.getByRole('combobox', { name: 'Package', exact: true }).fill('tas')
  await page.getByRole('option', { name: 'Taster' }).click()
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Client or package' }).fill('nobody')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('searchbox', { name: 'Client or package' })).toHaveValue('')

  await page.getByRole('button', { name: 'Left' }).click()
  await expect(page.getByRole('columnheader', { name: 'Left' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(table.getByRole('row').nth(1)).toContainText('Taster')
  await page.getByRole('button', { name: 'Left' }).click()
  await expect(table.getByRole('row').nth(1)).toContainText('Relax 10')

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const download = await saved
  expect(download.suggestedFilename()).toBe('2026-11-24 Client packages.csv')
  expect(readFileSync(await download.path(), 'utf8')).toContain('Łukasz Żółć')

  await table.getByRole('link', { name: 'Relax 10' }).click()
  await expect(page.getByRole('article', { name: 'Relax 10' })).toBeVisible()
})

test('the arrow keys go from the search field down the rows and back up', async ({ page, desk }) => {
  await makeOwners(desk)
  for (const [address, label, first, second] of [
    ['/clients', 'Search clients', 'Lee, Anna', 'Żółć, Łukasz'],
    ['/packages/sold', 'Client or package', 'Relax 10', 'Taster'],
    ['/sales', 'Number or client', 'Invoice 1002', 'Invoice 1001'],
  ] as const) {
    await page.goto(address)
    const link = (name: string) => page.getByRole('table').getByRole('link', { name })
    await expect(link(second)).toBeVisible()
    await page.getByRole('searchbox', { name: label }).focus()
    await page.keyboard.press('ArrowDown')
    await expect(link(first)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(link(second)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('searchbox', { name: label })).toBeFocused()
  }
})

test('who runs low is listed with the number to call, and the next package is sold from there', async ({ page, desk }) => {
  await makeOwners(desk)
  await page.goto('/packages/low')
  const table = page.getByRole('table', { name: 'Packages that run low' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('Łukasz Żółć')
  await table.getByRole('checkbox').uncheck()
  await expect(page.getByRole('button', { name: 'Print 0 letters' })).toBeDisabled()

  await table.getByRole('button', { name: 'Sell next' }).click()
  const drawer = page.getByRole('dialog', { name: /^Sell to Łukasz Żółć/ })
  await expect(drawer.getByLabel('Package', { exact: true })).toHaveValue('Taster')
  await drawer.getByRole('button', { name: /^Pay later/ }).click()
  await expect(drawer).toBeHidden()
  await expect(table.getByRole('row')).toHaveCount(3)
})

test('the usage page of a package lists who has it, and unfolds what happened', async ({ page, desk }) => {
  await makeOwners(desk)
  await page.goto('/packages')
  await page.getByRole('link', { name: '1 has Relax 10 now' }).click()
  await expect(page.getByRole('heading', { name: 'Relax 10', level: 1 })).toBeVisible()
  for (const [fact, value] of [
    ['Price', '800.00'],
    ['Paid', 'Upfront'],
    ['Active now', '1'],
    ['Created', '24 Nov 2026'],
  ])
    await expect(page.getByRole('term').filter({ hasText: fact }).locator('+ dd')).toHaveText(value ?? '')
  const table = page.getByRole('table', { name: 'Clients who have it' })
  const row = table.getByRole('row').filter({ hasText: 'Anna Lee' })
  await expect(row).toContainText('604 555 0100')
  await expect(row).toContainText('10 left')
  await row.getByRole('button', { name: 'Show the timeline of Anna Lee' }).click()
  await expect(page.getByRole('list', { name: 'Timeline of Anna Lee' })).toContainText('Granted #1–10')
  await row.getByRole('button', { name: 'Hide the timeline of Anna Lee' }).click()
  await expect(page.getByRole('list', { name: 'Timeline of Anna Lee' })).toBeHidden()

  await page.getByText('Expired', { exact: true }).click()
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await expect(page).toHaveURL(/expired/)
  await page.getByRole('button', { name: 'Show everyone who has it' }).click()
  await expect(row).toBeVisible()

  await page.goto('/packages/999/usage')
  await expect(page.getByText('This package no longer exists.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^(Edit|Assign) package|^Export/ })).toHaveCount(0)
})

test('a long usage page is read where it is scrolled to, at once to its end, and its head stays in sight', async ({ page, desk }) => {
  const service = await makeService(desk)
  const relax = await makePackage(desk, { name: 'Relax 10', serviceIds: [service.id] })
  for (let i = 100; i < 340; i++) {
    const client = await makeClient(desk, { givenName: 'Client', familyName: `N${i}` })
    await sellPackage(desk, { clientId: client.id, packageId: relax.id })
  }
  await page.goto(`/packages/${relax.id}/usage`)
  const table = page.getByRole('table', { name: 'Clients who have it' })
  await expect(table.getByRole('row').filter({ hasText: 'Client N100' })).toBeVisible()
  await expect(table).toHaveAttribute('aria-rowcount', '241')
  await page.locator('[data-scroller]').evaluate((element) => element.scrollTo(0, element.scrollHeight))
  const last = table.getByRole('row').filter({ hasText: 'Client N339' })
  await expect(last).toBeInViewport()
  expect(await table.getByRole('row').count()).toBeLessThan(40)
  await expect(page.getByRole('columnheader', { name: 'Client' })).toBeInViewport()

  await page.getByRole('columnheader', { name: 'Client' }).getByRole('button').click()
  await expect(table.getByRole('row').filter({ hasText: 'Client N100' })).toBeInViewport()
  await table.getByRole('link', { name: 'Client N100' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Client N100', level: 1 })).toBeVisible()
  await page.goBack()
  await expect(table.getByRole('link', { name: 'Client N100' })).toBeFocused()
  await expect(table.getByRole('link', { name: 'Client N100' })).toBeInViewport()
})

test('a package is assigned from the list to whom is found by a few letters', async ({ page, desk }) => {
  await makeOwners(desk)
  await page.goto('/packages/sold')
  await page.getByRole('button', { name: 'Assign package' }).click()
  await page.getByRole('textbox', { name: 'Client' }).fill('anna')
  await page.getByRole('option', { name: /Anna Lee/ }).click()
  const drawer = page.getByRole('dialog', { name: 'Assign to Anna Lee' })
  await page.getByRole('option', { name: /Taster/ }).click()
  await drawer.getByRole('button', { name: /^Assign/ }).click()
  await expect(page.getByRole('article', { name: 'Taster' })).toBeVisible()
})
