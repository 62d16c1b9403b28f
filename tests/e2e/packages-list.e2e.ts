// The list of packages: arranged by the mouse and by the keys, prices and categories changed in their cells, filters in the
// address; and the categories themselves.

import type { Page } from '@playwright/test'
import { minor } from '../../shared/money.ts'
import { newKey } from '../support/app.ts'
import { makePackage, makeService, type Maker } from '../support/make.ts'
import { PackagesPage } from './pages/packages.ts'
import { expect, test } from './support/fixtures.ts'

async function makeList(desk: Maker) {
  const category = (name: string) => desk.call.catalog.saveCategory({ key: newKey(), id: null, name })
  const physio = await category('Physiotherapy')
  const massage = await category('Massage')
  const service = await makeService(desk, { name: 'Physio 45', categoryId: physio.id })
  const make = (name: string, categoryId: number, price = 80_000) =>
    makePackage(desk, { name, categoryId, serviceIds: [service.id], priceMinor: minor(price) })
  await make('Relax 10', physio.id)
  await make('Back 6', physio.id, 48_000)
  await make('Family 20', massage.id, 150_000)
  return { physio, massage }
}

const namesIn = (page: Page) =>
  page.getByRole('table', { name: 'Packages' }).locator('tbody').getByRole('link').filter({ hasText: /[a-z]/ }).allTextContents()
const idOf = async (desk: Maker, name: string) =>
  (await desk.call.packages.list({ includeDeleted: false })).find((p) => p.name === name)?.id ?? 0
const said = (page: Page) => page.locator('[aria-live="assertive"]').filter({ hasText: /\S/ })

/** Picks up the row whose handle has the focus. It hears the arrow keys one turn later, which no hand is too fast for. */
async function pickUp(page: Page, words: string) {
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText(words)
  await page.evaluate(() => new Promise((later) => setTimeout(later)))
}

test(
  'a package is dragged by the mouse within its group and into another, and Undo puts it back',
  { tag: '@desktop' },
  async ({ page, desk }) => {
    await makeList(desk)
    const list = new PackagesPage(page)
    await list.open()
    await list.drag('Relax 10', 'Back 6')
    await expect.poll(() => namesIn(page)).toEqual(['Back 6', 'Relax 10', 'Family 20'])
    await expect(page.getByText('Relax 10 is moved: place 2 of 2 in Physiotherapy')).toBeVisible()

    await list.drag('Back 6', 'Family 20')
    await expect(page.getByText('Back 6 is moved: place 2 of 2 in Massage')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change the category of Back 6, Massage' })).toBeVisible()
    await page.reload()
    await expect.poll(() => namesIn(page)).toEqual(['Relax 10', 'Family 20', 'Back 6'])

    await list.drag('Family 20', 'Back 6')
    await expect.poll(() => namesIn(page)).toEqual(['Relax 10', 'Back 6', 'Family 20'])
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(page.getByText('Family 20 is back where it was')).toBeVisible()
    await expect.poll(() => namesIn(page)).toEqual(['Relax 10', 'Family 20', 'Back 6'])
  },
)

test('a package is moved by the keys alone, and each step is told aloud', { tag: '@desktop' }, async ({ page, desk }) => {
  await makeList(desk)
  await new PackagesPage(page).open()
  const handle = page.getByRole('button', { name: 'Move Relax 10' })
  await handle.focus()
  await pickUp(page, 'Relax 10 is picked up, place 1 of 2 in Physiotherapy.')
  await page.keyboard.press('ArrowDown')
  await expect(said(page)).toHaveText('Relax 10: place 2 of 2 in Physiotherapy.')
  await page.keyboard.press('ArrowDown')
  await expect(said(page)).toHaveText('Relax 10: place 1 of 2 in Massage.')
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText('Relax 10 is put down, place 1 of 2 in Massage.')
  await expect.poll(() => namesIn(page)).toEqual(['Back 6', 'Relax 10', 'Family 20'])
  await expect(handle).toBeFocused()

  await pickUp(page, 'Relax 10 is picked up, place 1 of 2 in Massage.')
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toHaveText('Relax 10: place 2 of 2 in Physiotherapy.')
  await page.keyboard.press('Escape')
  await expect(said(page)).toHaveText('Relax 10 is back where it was.')
  await page.reload()
  await expect.poll(() => namesIn(page)).toEqual(['Back 6', 'Relax 10', 'Family 20'])
})

test('nothing is moved in a list that somebody else changed meanwhile', async ({ page, desk }) => {
  await makeList(desk)
  const list = new PackagesPage(page)
  await list.open()
  await expect(list.row('Relax 10')).toBeVisible()
  const order = (await desk.call.packages.list({ includeDeleted: false })).map((p) => p.id)
  await desk.call.packages.reorder({ key: newKey(), seen: order, order: order.toReversed(), moved: null })
  await list.drag('Relax 10', 'Back 6')
  await expect(page.getByText('The list of packages changed meanwhile, so nothing was moved.')).toBeVisible()
  await page.reload()
  await expect.poll(() => namesIn(page)).toEqual(['Back 6', 'Relax 10', 'Family 20'])
})

test('handles are there only where the whole list stands in the practice’s own order', async ({ page, desk }) => {
  await makeList(desk)
  await new PackagesPage(page).open()
  const handles = page.getByRole('button', { name: /^Move / })
  await expect(handles).toHaveCount(3)
  await page.getByRole('button', { name: 'Sold', exact: true }).click()
  await expect(handles).toHaveCount(0)
  await page.getByRole('button', { name: 'Own order' }).click()
  await expect(handles).toHaveCount(3)
  await page.getByRole('searchbox', { name: 'Name, item or description' }).fill('relax')
  await expect(page.getByRole('link', { name: 'Back 6', exact: true })).toBeHidden()
  await expect(handles).toHaveCount(0)
})

test('a price is changed in its cell, by the keys, for later sales only', async ({ page, desk }) => {
  await makeList(desk)
  const list = new PackagesPage(page)
  await list.open()
  const cell = page.getByRole('button', { name: /^Change the price of Back 6/ })
  await cell.focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Price of Back 6' })
  await expect(field).toBeFocused()
  await expect(list.row('Back 6')).toContainText('For later sales only')
  await page.keyboard.type('ten')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('This is not an amount.')
  await page.keyboard.press('Escape')
  await expect(cell).toHaveText('480.00')
  await expect(cell).toBeFocused()

  await page.keyboard.press('Enter')
  await field.fill('510')
  await page.keyboard.press('Enter')
  await expect(cell).toHaveText('510.00')
  await expect(page.getByText('Back 6 costs 510.00 from now on. What was sold keeps its price.')).toBeVisible()
  await expect(cell).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cell).toHaveText('480.00')
})

test('a price that is typed is not lost: not when Tenpack does not answer, nor by a press on another row', async ({ page, desk }) => {
  await makeList(desk)
  const list = new PackagesPage(page)
  await list.open()
  await page.getByRole('button', { name: /^Change the price of Back 6/ }).click()
  const field = page.getByRole('textbox', { name: 'Price of Back 6' })
  await field.fill('510')
  await list.row('Family 20').getByText('Physio 45 × 10').click()
  await expect(page.getByRole('dialog')).toContainText('What you changed here is not saved yet.')
  await page.getByRole('button', { name: 'Go back' }).click()
  await expect(field).toHaveValue('510.00')

  await desk.call.packages.setPrice({ key: newKey(), id: await idOf(desk, 'Back 6'), seenMinor: 48_000, priceMinor: 49_000 })
  await field.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Back 6 was given the price 490.00 meanwhile')
  await expect(field).toHaveValue('510.00')
  await page.route('**/call', (route) => route.fulfill({ body: 'no answer' }))
  await field.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Tenpack does not answer.')
  await expect(field).toHaveValue('510.00')
  await page.unroute('**/call')
  await page.reload()
  await expect(page.getByRole('button', { name: /^Change the price of Back 6/ })).toHaveText('490.00')
})

test('a word is corrected in its middle while the list follows, and a long one is cut where it is typed', async ({ page, desk }) => {
  await makeList(desk)
  await new PackagesPage(page).open()
  const field = page.getByRole('searchbox', { name: 'Name, item or description' })
  await field.fill('relx')
  await field.press('ArrowLeft')
  await page.keyboard.type('a', { delay: 30 })
  await page.keyboard.type('aa', { delay: 30 })
  await expect(field).toHaveValue('relaaax')
  await field.fill('w'.repeat(200))
  await expect(field).toHaveValue('w'.repeat(120))
  await page.getByRole('button', { name: 'Show all active packages' }).click()
  await expect(field).toHaveValue('')
  await expect.poll(() => namesIn(page)).toHaveLength(3)
})

test('a category is chosen in its cell, made there when it is new, and taken away', async ({ page, desk }) => {
  await makeList(desk)
  await new PackagesPage(page).open()
  const cell = page.getByRole('button', { name: /^Change the category of Back 6/ })
  const field = page.getByRole('combobox', { name: 'Category of Back 6' })
  await cell.click()
  await page.keyboard.type('mass')
  await page.keyboard.press('Enter')
  await expect(cell).toHaveText('Massage')
  await expect(cell).toBeFocused()
  await expect(page.getByRole('row', { name: /^Massage 2/ })).toBeVisible()
  await cell.click()
  await field.fill('Backs')
  await page.getByRole('option', { name: 'Make the category “Backs”' }).click()
  await expect(cell).toHaveText('Backs')
  await expect(page.getByText('Back 6 is in Backs now')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Backs 1/ })).toBeVisible()
  await expect(cell).toBeFocused()
  await cell.click()
  await page.getByRole('option', { name: 'No category' }).click()
  await expect(cell).toHaveText('–')
  await expect(page.getByText('Back 6 has no category now')).toBeVisible()
  await cell.click()
  await page.keyboard.press('Escape')
  await expect(cell).toBeFocused()
})

test('filters leave what they say, and stay in the address', async ({ page, desk }) => {
  await makeList(desk)
  await new PackagesPage(page).open()
  await page.getByRole('button', { name: 'Price: all' }).click()
  await page.getByRole('textbox', { name: 'From' }).fill('500')
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('1000')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Price: 500.00 – 1,000.00' })).toBeVisible()
  await expect.poll(() => namesIn(page)).toEqual(['Relax 10'])
  await page.reload()
  await expect.poll(() => namesIn(page)).toEqual(['Relax 10'])
  await page.getByRole('button', { name: 'Name, item: all' }).click()
  await page.getByRole('textbox', { name: 'Item contains' }).fill('chiro')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show all active packages' }).click()
  await expect.poll(() => namesIn(page)).toHaveLength(3)
  await page.getByRole('button', { name: /^Massage/ }).click()
  await expect.poll(() => namesIn(page)).toEqual(['Relax 10', 'Back 6'])
  await page.getByRole('link', { name: 'Back 6', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Back 6' }).first()).toBeVisible()
  await page.goBack()
  await expect.poll(() => namesIn(page)).toEqual(['Relax 10', 'Back 6'])
})

/** So many that most of them are not drawn. */
async function makeLongList(desk: Maker) {
  const { physio } = await makeList(desk)
  const service = await makeService(desk)
  for (let i = 100; i < 180; i++) await makePackage(desk, { name: `More ${i}`, categoryId: physio.id, serviceIds: [service.id] })
}
const scroller = (page: Page) => page.locator('[data-scroller]')
const scrolledTo = (page: Page) => scroller(page).evaluate((element) => Math.round(element.scrollTop))
const topOf = async (page: Page, name: string) => Math.round((await new PackagesPage(page).row(name).boundingBox())?.y ?? -1)

test('of a long list only what is near the screen is drawn; what is typed in a row stays wherever it is scrolled or sorted to', async ({
  page,
  desk,
}) => {
  await makeLongList(desk)
  const list = new PackagesPage(page)
  await list.open()
  await expect(list.row('More 100')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Packages' })).toHaveAttribute('aria-rowcount', '87')
  expect((await namesIn(page)).length).toBeLessThan(40)
  const widths = () =>
    page.getByRole('columnheader').evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().width)))
  const before = await widths()
  await page.getByRole('button', { name: /^Change the price of Relax 10/ }).click()
  const field = page.getByRole('textbox', { name: 'Price of Relax 10' })
  await field.fill('123456.78')
  expect(await widths()).toEqual(before)
  await scroller(page).evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await list.row('Family 20').scrollIntoViewIfNeeded()
  await expect(list.row('More 100')).toHaveCount(0)
  await page.getByRole('button', { name: /^Change the price of Family 20/ }).focus()
  await expect(field).toHaveValue('123,456.78')
  await scroller(page).evaluate((element) => element.scrollTo(0, 0))
  await page.getByRole('button', { name: 'Last sold', exact: true }).click()
  await expect(field).toHaveValue('123,456.78')
  await page.setViewportSize({ width: 1024, height: 768 })
  const overflow = await page
    .getByRole('table', { name: 'Packages' })
    .evaluate((table) => table.scrollWidth - table.parentElement!.clientWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})

test('in a long list a package is moved by the keys past what was not drawn, and keeps the focus', async ({ page, desk }) => {
  await makeLongList(desk)
  await page.goto('/packages')
  const handle = page.getByRole('button', { name: 'Move Relax 10' })
  await handle.focus()
  await pickUp(page, 'Relax 10 is picked up, place 1 of 82 in Physiotherapy.')
  for (let place = 2; place <= 32; place++) {
    await page.keyboard.press('ArrowDown')
    await expect(said(page)).toHaveText(`Relax 10: place ${place} of 82 in Physiotherapy.`)
  }
  await page.keyboard.press('Space')
  await expect(said(page)).toHaveText('Relax 10 is put down, place 32 of 82 in Physiotherapy.')
  await expect(handle).toBeFocused()
  await expect(handle).toBeInViewport()
  await expect(page.getByText('Relax 10 is moved: place 32 of 82 in Physiotherapy')).toBeVisible()
  const physio = (await desk.call.packages.list({ includeDeleted: false })).filter((p) => p.categoryName === 'Physiotherapy')
  expect(physio.findIndex((p) => p.name === 'Relax 10')).toBe(31)
})

test('Back comes to the very place in the list, filtered and scrolled as it was, and so does the link to all packages', async ({
  page,
  desk,
}) => {
  await makeLongList(desk)
  const list = new PackagesPage(page)
  await page.goto('/packages?paid=%5B%22upfront%22%5D')
  await expect(list.row('More 100')).toBeVisible()
  await scroller(page).evaluate((element) => element.scrollTo(0, 2_000))
  const row = list.row('More 140')
  await expect(row).toBeInViewport()
  const [top, y] = [await scrolledTo(page), await topOf(page, 'More 140')]
  const expectThere = async () => {
    await expect(row).toBeInViewport()
    await expect.poll(() => scrolledTo(page)).toBe(top)
    expect(await topOf(page, 'More 140')).toBe(y)
    await expect(page).toHaveURL(/paid=/)
  }

  await row.getByText('Upfront').click()
  await expect(page.getByRole('button', { name: 'Save package' })).toBeVisible()
  await page.goBack()
  await expectThere()
  await expect(row.getByRole('link', { name: 'More 140', exact: true })).toBeFocused()

  await row.getByRole('link', { name: '0 have More 140 now' }).press('Enter')
  await expect(page.getByText('Nobody has it yet')).toBeVisible()
  await page.getByRole('link', { name: 'All packages' }).press('Enter')
  await expectThere()
  await expect(row.getByRole('link', { name: '0 have More 140 now' })).toBeFocused()

  await page.goForward()
  await expect(page.getByText('Nobody has it yet')).toBeVisible()
  expect(await scrolledTo(page)).toBe(0)
})

test('categories are put in order by the keys, merged with what they hold, and deleted', async ({ page, desk }) => {
  await makeList(desk)
  await desk.call.catalog.saveCategory({ key: newKey(), id: null, name: 'Yoga' })
  await page.goto('/settings/categories')
  const rows = page.getByRole('table', { name: 'Categories' }).locator('tbody').getByRole('row')
  await expect(rows).toContainText(['Physiotherapy', 'Massage', 'Yoga'])
  await page.getByRole('button', { name: 'Move Yoga' }).focus()
  await pickUp(page, 'Yoga is picked up, place 3 of 3.')
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toHaveText('Yoga: place 2 of 3.')
  await page.keyboard.press('Space')
  await expect(page.getByText('Yoga is number 2 now')).toBeVisible()
  await page.reload()
  await expect(rows).toContainText(['Physiotherapy', 'Yoga', 'Massage'])

  await page.getByRole('button', { name: 'Actions for Physiotherapy' }).click()
  await page.getByRole('menuitem', { name: 'Merge into another …' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('It holds 1 service and 2 packages.')
  await dialog.getByRole('combobox', { name: 'Merge into' }).click()
  await page.getByRole('option', { name: 'Massage' }).click()
  await expect(dialog).toContainText('All of it goes to Massage, and Physiotherapy is gone.')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('Physiotherapy is merged into Massage, with 1 service and 2 packages')).toBeVisible()
  await expect(rows).toHaveCount(2)

  await page.getByRole('button', { name: 'Actions for Massage' }).click()
  await page.getByRole('menuitem', { name: 'Delete …' }).click()
  await expect(dialog).toContainText('It holds 1 service and 3 packages.')
  await dialog.getByRole('button', { name: 'Delete category' }).click()
  await expect(page.getByText('Massage is deleted; 1 service and 3 packages have no category now')).toBeVisible()
  await expect(rows).toContainText(['Yoga'])
})

test('a new category is made in place from the form of a service and of a product', async ({ page, desk }) => {
  await makeList(desk)
  await page.goto('/settings/services')
  await page.getByRole('button', { name: 'Physio 45' }).click()
  const category = page.getByRole('combobox', { name: 'Category' })
  await expect(category).toHaveValue('Physiotherapy')
  await category.fill('Recovery')
  await page.getByRole('option', { name: 'Make the category “Recovery”' }).click()
  await expect(category).toHaveValue('Recovery')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Physio 45/ })).toContainText('Recovery')

  await page.goto('/settings/products')
  await page.getByRole('button', { name: 'New product' }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Tape')
  await page.getByRole('textbox', { name: 'Price' }).fill('12')
  await category.fill('Shop')
  await page.getByRole('option', { name: 'Make the category “Shop”' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Tape/ })).toContainText('Shop')
})
