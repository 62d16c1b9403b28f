// What was typed and not saved: offered again after a reload, a crash of the page or a lock; gone once it was saved or given up.

import type { Page } from '@playwright/test'
import { makeClient } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'
import { OWNER } from './support/practice.ts'

const OFFER = 'What you typed here before is still there.'
/** The draft is kept a moment after the last letter. */
const kept = (page: Page) => page.waitForResponse((response) => response.request().postData()?.includes('"drafts","keep"') === true)

test('a new client, half typed when the page crashed, can be put back and saved, and is not offered again', async ({
  page,
  context,
  desk: _desk,
}) => {
  await page.goto('/clients?new=true')
  const waiting = kept(page)
  await page.getByLabel('Given name').fill('Zoë')
  await page.getByLabel('Notes').fill('Prefers mornings')
  await waiting
  page.on('dialog', (dialog) => void dialog.accept())
  const state = await page.evaluate(() => sessionStorage.getItem('tenpack.tab'))
  await page.reload()

  expect(await page.evaluate(() => sessionStorage.getItem('tenpack.tab'))).toBe(state)
  await expect(page.getByText(OFFER)).toBeVisible()
  await expect(page.getByLabel('Given name')).toHaveValue('')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByLabel('Given name')).toHaveValue('Zoë')
  await expect(page.getByLabel('Notes')).toHaveValue('Prefers mornings')
  await expect(page.getByText(OFFER)).toBeHidden()
  await page.getByRole('button', { name: 'Add client' }).click()
  await expect(page.getByText('Zoë added')).toBeVisible()

  await page.goto('/clients?new=true')
  await expect(page.getByLabel('Given name')).toBeVisible()
  await expect(page.getByText(OFFER)).toBeHidden()

  const other = await context.newPage()
  await other.goto('/clients?new=true')
  await expect(other.getByLabel('Given name')).toBeVisible()
  await expect(other.getByText(OFFER)).toBeHidden()
})

test('a booking begun before the screen was locked is offered after it is opened again', async ({ page, desk }) => {
  await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  await page.goto('/calendar?book=new')
  const waiting = kept(page)
  await page.getByRole('button', { name: 'Note' }).click()
  await page.getByLabel('Note').fill('Brings her own mat')
  await waiting
  await page.keyboard.press('Control+Shift+L')
  await page.getByLabel('PIN', { exact: true }).fill(OWNER.pin)
  await page.keyboard.press('Enter')

  await expect(page.getByText(OFFER)).toBeVisible()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(page.getByLabel('Note')).toHaveValue('Brings her own mat')
})

test('a form that was given up is not offered again', async ({ page, desk: _desk }) => {
  await page.goto('/clients?new=true')
  const waiting = kept(page)
  await page.getByLabel('Given name').fill('Zoë')
  await waiting
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.goto('/clients?new=true')
  await expect(page.getByLabel('Given name')).toBeVisible()
  await expect(page.getByText(OFFER)).toBeHidden()
})

test('the owner sees where this computer keeps the key; in the browser it stays in its file', async ({ page, desk: _desk }) => {
  await page.goto('/settings/computer')
  await expect(page.getByText('It is in a file that only your user account on this computer can read.')).toBeVisible()
  await expect(page.getByText(/in Tenpack’s own window, where the computer has one/)).toBeVisible()
  await expect(page.getByRole('button', { name: /key store|into a file/ })).toHaveCount(0)
})
