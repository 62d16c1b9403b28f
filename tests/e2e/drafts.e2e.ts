// What was typed and not saved: offered again after a reload, a crash of the page or a lock; gone once it was saved or given up.

import type { Page } from '@playwright/test'
import { type Client, newKey } from '../support/app.ts'
import { makeClient, makePackage } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'
import { OWNER } from './support/practice.ts'

const OFFER = 'What you typed here before is still there.'
const tabOf = (page: Page) => page.evaluate(() => sessionStorage.getItem('tenpack.tab') ?? '')

/** The draft is kept a moment after the last letter. */
async function kept(page: Page, call: Client, form: string, words: string) {
  const tab = await tabOf(page)
  await expect.poll(async () => (await call.drafts.find({ tab, form })).values).toContain(words)
}

async function typeNewClient(page: Page, call: Client) {
  await page.goto('/clients?new=true')
  await page.getByLabel('Given name').fill('Zoë')
  await page.getByLabel('Notes').fill('Prefers mornings')
  await kept(page, call, 'client new', 'Prefers mornings')
}

test(
  'a new client, half typed when the page was loaded anew, can be put back and saved, and is not offered again',
  { tag: '@desktop' },
  async ({ page, desk, seat }) => {
    await typeNewClient(page, desk.call)
    await seat.leavesUnsaved(page)
    const tab = await tabOf(page)
    await page.reload()

    expect(await tabOf(page)).toBe(tab)
    await expect(page.getByText(OFFER)).toBeVisible()
    await expect(page.getByLabel('Given name')).toHaveValue('')
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(page.getByLabel('Given name')).toHaveValue('Zoë')
    await expect(page.getByLabel('Notes')).toHaveValue('Prefers mornings')
    await expect(page.getByText(OFFER)).toBeHidden()
    await page.getByRole('button', { name: 'Add client' }).click()
    await expect(page.getByText('Zoë added')).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()

    await page.goto('/clients?new=true')
    await expect(page.getByLabel('Given name')).toBeVisible()
    await expect(page.getByText(OFFER)).toBeHidden()
  },
)

test('a draft is not offered in another tab', { tag: '@web' }, async ({ page, context, desk }) => {
  await typeNewClient(page, desk.call)
  const other = await context.newPage()
  await other.goto('/clients?new=true')
  await expect(other.getByLabel('Given name')).toBeVisible()
  await expect(other.getByText(OFFER)).toBeHidden()
})

test('a booking begun before the screen was locked is offered after it is opened again', { tag: '@desktop' }, async ({ page, desk }) => {
  await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  await page.goto('/calendar?book=new')
  await page.getByRole('button', { name: 'Note' }).click()
  await page.getByLabel('Note').fill('Brings her own mat')
  await kept(page, desk.call, 'booking', 'Brings her own mat')
  await page.keyboard.press('Control+Shift+L')
  await page.getByLabel('PIN', { exact: true }).fill(OWNER.pin)
  await page.keyboard.press('Enter')

  await expect(page.getByText(OFFER)).toBeVisible()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByLabel('Note')).toHaveValue('Brings her own mat')
})

test(
  'a package being assigned when the page was loaded anew comes back as that, with its charge and the reason',
  { tag: '@web' },
  async ({ page, desk, seat }) => {
    await makePackage(desk, { name: 'Relax 10' })
    const { id } = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
    const open = async () => {
      await page.getByRole('button', { name: 'Sell package' }).first().click()
      await page.getByRole('textbox', { name: 'Package' }).waitFor()
    }
    await page.goto(`/clients/${id}`)
    await open()
    await page.getByRole('textbox', { name: 'Package' }).fill('rel')
    await page.getByRole('option', { name: 'Relax 10' }).click()
    await page.getByText('Without one for now').click()
    await page.getByLabel('Charge').fill('700')
    await page.getByRole('combobox', { name: 'Reason' }).fill('Family')
    await kept(page, desk.call, `sale ${id}`, 'Family')
    await seat.leavesUnsaved(page)
    await page.reload()

    await open()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(page.getByRole('dialog', { name: 'Assign to Anna Lee' })).toBeVisible()
    await expect(page.getByLabel('Charge')).toHaveValue('700.00')
    await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Family')
  },
)

test(
  'a package that was changed in another window meanwhile is not written over by a draft',
  { tag: '@web' },
  async ({ page, desk, seat }) => {
    const { id, name } = await makePackage(desk)
    await page.goto(`/packages/${id}`)
    await page.getByLabel('Notes for staff').fill('Typed here')
    await kept(page, desk.call, `package ${id}`, 'Typed here')
    await seat.leavesUnsaved(page)
    await desk.call.packages.setPrice({ key: newKey(), id, seenMinor: 80_000, priceMinor: 75_000 })
    await page.reload()

    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(page.getByRole('alert')).toContainText('Changed in another window. What you typed is still here.')
    await page.getByRole('button', { name: 'Save package' }).click()
    await expect(page.getByRole('alert')).toContainText(`${name} was changed by you in another window meanwhile, so nothing was saved.`)
    expect(await desk.call.packages.get({ id })).toMatchObject({ priceMinor: 75_000, notes: '' })

    const price = page.getByRole('textbox', { name: 'Package price' })
    await expect(price).toHaveValue('800.00')
    await page.getByRole('button', { name: 'Show as it is now' }).click()
    await expect(price).toHaveValue('750.00')
    await page.getByRole('button', { name: 'Put mine back' }).click()
    await page.getByRole('button', { name: 'Save package' }).click()
    await expect(page.getByText(`${name} is saved.`)).toBeVisible()
    expect(await desk.call.packages.get({ id })).toMatchObject({ priceMinor: 75_000, notes: 'Typed here' })
  },
)

test('a form that was given up is not offered again', async ({ page, desk }) => {
  await typeNewClient(page, desk.call)
  const tab = await tabOf(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(async () => (await desk.call.drafts.find({ tab, form: 'client new' })).values).toBeNull()
  await page.goto('/clients?new=true')
  await expect(page.getByLabel('Given name')).toBeVisible()
  await expect(page.getByText(OFFER)).toBeHidden()
})

test(
  'the owner sees where this computer keeps the key; in the browser it stays in its file',
  { tag: '@web' },
  async ({ page, desk: _desk }) => {
    await page.goto('/settings/computer')
    await expect(page.getByText('It is in a file that only your user account on this computer can read.')).toBeVisible()
    await expect(page.getByText(/in Tenpack’s own window, where the computer has one/)).toBeVisible()
    await expect(page.getByRole('button', { name: /key store|into a file/ })).toHaveCount(0)
  },
)
