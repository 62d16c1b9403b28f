// A form that is saved holds nobody back: the page can be left in the very moment in which that is said, and while it is
// being saved too.

import type { Page } from '@playwright/test'
import { newKey } from '../support/app.ts'
import { makeClient, makePackage } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'

/** As soon as the words appear, before the browser draws them or anything else runs. */
async function onceSaid(page: Page, words: RegExp, leave: string): Promise<void> {
  await page.evaluate(
    ([pattern, href]) => {
      const watch = new MutationObserver(() => {
        if (!new RegExp(pattern!).test(document.body.innerText)) return
        watch.disconnect()
        if (href === 'reload') location.reload()
        else document.querySelector<HTMLAnchorElement>(`a[href="${href}"]`)!.click()
      })
      watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    },
    [words.source, leave],
  )
}

test('a drawer of the settings can be left as soon as it says that it is saved', async ({ page }) => {
  await page.goto('/settings/taxes')
  await page.getByRole('button', { name: 'New tax' }).click()
  const drawer = page.getByRole('dialog', { name: 'New tax' })
  await drawer.getByLabel('Name').fill('City levy')
  await drawer.getByLabel('Rate').fill('2.5')
  await onceSaid(page, /City levy saved/, '/clients')
  await drawer.getByRole('button', { name: 'Save' }).click()

  await expect(page).toHaveURL(/\/clients$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

/** Holds back what the page sends until `go`. */
async function holdBack(page: Page): Promise<{ go: () => void; asked: Promise<unknown> }> {
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (/"save/.test(route.request().postData() ?? '')) {
      asked.resolve()
      await held.promise
    }
    await route.continue()
  })
  return { go: held.resolve, asked: asked.promise }
}

test('a drawer that is just being saved lets one go once it is saved, without a question', { tag: '@web' }, async ({ page, desk }) => {
  await page.goto('/settings/taxes')
  await page.getByRole('button', { name: 'New tax' }).click()
  const drawer = page.getByRole('dialog', { name: 'New tax' })
  await drawer.getByLabel('Name').fill('City levy')
  const { go, asked } = await holdBack(page)
  await drawer.getByRole('button', { name: 'Save' }).click()
  await asked
  await page.getByRole('link', { name: 'Clients' }).click()
  await expect(page).toHaveURL(/\/settings\/taxes$/)
  go()

  await expect(page).toHaveURL(/\/clients$/)
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await desk.call.catalog.listTaxes()).map(({ name }) => name)).toContain('City levy')
})

test('a drawer that could not be saved still asks before what was typed is lost', { tag: '@web' }, async ({ page, desk }) => {
  await desk.call.catalog.saveCategory({ key: newKey(), id: null, name: 'Body work' })
  await page.goto('/settings/categories')
  await page.getByRole('button', { name: 'New category' }).click()
  const drawer = page.getByRole('dialog', { name: 'New category' })
  await drawer.getByLabel('Name').fill('body WORK')
  const { go, asked } = await holdBack(page)
  await drawer.getByRole('button', { name: 'Save' }).click()
  await asked
  await drawer.getByLabel('Name').press('Escape')
  go()

  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Go back' }).click()
  await expect(drawer.getByText(/is already called/)).toBeVisible()
  await expect(drawer.getByLabel('Name')).toHaveValue('body WORK')
})

test('a new client’s form can be left, and the page loaded anew, as soon as it says that it is saved', async ({ page }) => {
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.goto('/clients?new=true')
  await page.getByLabel('Given name').fill('Zoë')
  await onceSaid(page, /Zoë added/, 'reload')
  await page.getByRole('button', { name: 'Add client' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Zoë' })).toBeVisible()
  expect(asked).toEqual([])
})

test('a client’s form can be left, and the page loaded anew, as soon as it says that it is saved', async ({ page, desk }) => {
  const client = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.goto(`/clients/${client.id}`)
  await page.getByRole('button', { name: 'Edit Anna Lee' }).click()
  await page.getByLabel('Phone').fill('555 0100')
  await onceSaid(page, /Anna Lee saved/, 'reload')
  await page.getByRole('button', { name: 'Save' }).click()

  await expect(page.getByText('555 0100').first()).toBeVisible()
  expect(asked).toEqual([])
})

test('a package can be left as soon as it says that it is saved, and asks once it was changed again', async ({ page, desk }) => {
  const { id } = await makePackage(desk, { name: 'Relax 10' })
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await page.goto(`/packages/${id}`)
  await name.fill('Relax ten')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Relax ten is saved.')).toBeVisible()
  await name.fill('Relax eleven')
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Go back' }).click()

  await onceSaid(page, /Relax eleven is saved/, '/clients')
  await name.press('Control+s')
  await expect(page).toHaveURL(/\/clients$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})
