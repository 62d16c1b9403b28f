// What is suggested for a package: by Tenpack's own rule, and by a language model that the practice connected. A suggestion
// fills a field only when a person takes it, and a model that fails changes nothing.

import type { Page } from '@playwright/test'
import { newKey } from '../support/app.ts'
import { makePackage, makeService } from '../support/make.ts'
import { completion, saying, serveModel } from '../support/model-server.ts'
import { expect, test } from './support/fixtures.ts'

const offer = (page: Page) => page.getByRole('region', { name: 'Suggestion' })
const open = (page: Page) => page.getByRole('button', { name: 'Suggest description and category' }).click()

test('a description and a category are offered, and fill the form only when they are taken', async ({ page, desk }) => {
  const { id: categoryId } = await desk.call.catalog.saveCategory({ key: newKey(), id: null, name: 'Massages' })
  const service = await makeService(desk, { name: 'Hot stone 60', categoryId })
  const items = [{ productId: null, services: [{ serviceId: service.id, feeMinor: null }], quantity: 10, itemPriceMinor: 9_000 as never }]
  const { id } = await makePackage(desk, { name: 'Calm ten', description: 'As typed by hand.', items })
  await page.goto(`/packages/${id}`)
  const description = page.getByRole('textbox', { name: 'Description' })
  await open(page)
  await expect(offer(page)).toContainText('10 sessions of Hot stone 60.')
  await expect(offer(page)).toContainText('Category Massages')
  await expect(offer(page).getByRole('button', { name: /^Ask/ })).toBeHidden()
  await expect(description).toHaveValue('As typed by hand.')

  await offer(page).getByRole('button', { name: 'Use this description' }).click()
  await expect(description).toHaveValue(/^10 sessions of Hot stone 60\./)
  await offer(page).getByRole('button', { name: 'Use this category' }).click()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Calm ten is saved.')).toBeVisible()
  const saved = await desk.call.packages.get({ id })
  expect([saved.categoryId, saved.description.slice(0, 12)]).toEqual([categoryId, '10 sessions '])
})

test('a language model is connected, tried and asked; when it fails, that is said and nothing changes', async ({ page, desk }) => {
  let answer = saying(completion('{"description":"Ten calm hours with warm stones.","category":null}'))
  const server = await serveModel((request, response) => answer(request, response))
  const { id } = await makePackage(desk, { name: 'Calm ten' })

  await page.goto('/settings/suggestions')
  await page.getByLabel('Address').fill('http://models.example.com')
  await page.getByLabel('Model').fill('tiny')
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText('Enter an address that starts with https://')).toBeVisible()
  await page.getByLabel('Address').fill(server.address)
  await page.getByLabel('Key', { exact: true }).fill('sk-harbour-lantern-7')
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText('It answered: “Ten calm hours with warm stones.”')).toBeVisible()
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByText('tiny is connected.')).toBeVisible()
  await expect(page.getByLabel('Key', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Address')).toHaveValue(`${server.address}/v1`)

  await page.goto(`/packages/${id}`)
  const before = server.asked.length
  await open(page)
  await expect(offer(page)).toContainText('10 sessions of')
  expect(server.asked).toHaveLength(before)
  await offer(page).getByRole('button', { name: 'Ask tiny' }).click()
  await expect(offer(page)).toContainText('Ten calm hours with warm stones.')
  await expect(offer(page)).toContainText('Suggested by tiny.')
  await offer(page).getByRole('button', { name: 'Use this description' }).click()
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Ten calm hours with warm stones.')

  answer = saying('{}', 401)
  await offer(page).getByRole('button', { name: 'Ask tiny' }).click()
  await expect(offer(page).getByRole('alert')).toHaveText(
    'The server of the model refused to answer: it did not accept the key. Nothing was changed.',
  )
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Ten calm hours with warm stones.')

  await page.keyboard.press('Control+s')
  await expect(page.getByText('Calm ten is saved.')).toBeVisible()
  await page.goto('/settings/suggestions')
  await page.getByRole('button', { name: 'Switch off' }).click()
  await expect(page.getByRole('heading', { name: 'By a language model (switched off)' })).toBeVisible()
  server.close()
})
