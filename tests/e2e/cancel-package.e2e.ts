// Cancelling a client package from its card, with each way to refund it, and taking that back.

import type { Page } from '@playwright/test'
import { book, card, makeClientPackage, type Maker } from '../support/make.ts'
import { ClientPage } from './pages/client.ts'
import { expect, test } from './support/fixtures.ts'

/** Ten sessions for 800.00, 500.00 of it paid; one used, one booked. */
async function relax10(desk: Maker) {
  const p = await makeClientPackage(desk, { name: 'Relax 10', payments: [card(50_000)] })
  const on = { clientId: p.clientId, serviceId: p.serviceId, clientPackageItemId: p.itemId }
  const used = await book(desk, { ...on, startsAt: '2026-11-24T08:00' })
  await desk.call.appointments.complete({ key: crypto.randomUUID(), id: used.id })
  await book(desk, { ...on, startsAt: '2026-11-26T10:00' })
  return p
}

async function openCancel(page: Page, clientId: number) {
  const profile = new ClientPage(page)
  await profile.open(clientId)
  const relax = profile.card('Relax 10')
  await relax.getByRole('button', { name: 'More about Relax 10' }).click()
  await page.getByRole('menuitem', { name: 'Cancel package …' }).click()
  return { relax, dialog: page.getByRole('dialog', { name: 'Cancel Relax 10?' }) }
}

test('the unused share goes back and the invoice is settled; then it is reactivated', async ({ page, desk }) => {
  const p = await relax10(desk)
  const { relax, dialog } = await openCancel(page, p.clientId)
  await expect(dialog).toContainText('9 sessions lapse, worth 720.00.')
  await expect(dialog.getByRole('group', { name: 'Booked visits' })).toContainText('Thu 26 Nov')
  await expect(dialog.getByRole('radio', { name: /Unused share/ })).toBeChecked()
  await expect(dialog).toContainText('lowered from 800.00 to 80.00')
  await dialog.getByRole('button', { name: 'Cancel package and give back 420.00' }).click()
  await expect(dialog.getByText('Enter a reason.')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Moved away')
  await dialog.getByText('Cancel them', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Cancel package and give back 420.00' }).click()
  await expect(dialog).toBeHidden()
  await page.reload()
  await expect(relax).toContainText('Cancelled')
  await relax.getByRole('button', { name: 'Show the sessions of Relax 10' }).click()
  await expect(relax).toContainText('Moved away · 420.00 given back')

  await relax.getByRole('button', { name: 'More about Relax 10' }).click()
  await page.getByRole('menuitem', { name: 'Reactivate …' }).click()
  const back = page.getByRole('dialog', { name: 'Reactivate Relax 10?' })
  await expect(back).toContainText('9 sessions are free again.')
  await expect(back).toContainText('720.00 is due on invoice')
  await back.getByLabel('Reason').fill('Came back')
  await back.getByRole('button', { name: 'Reactivate' }).click()
  await expect(relax).toContainText('9 left')
})

test('at the regular price, the rest marked as a loss', async ({ page, desk }) => {
  const p = await relax10(desk)
  const { relax, dialog } = await openCancel(page, p.clientId)
  await dialog.getByRole('radio', { name: /At regular price/ }).click()
  await dialog.getByRole('radio', { name: /Leave the invoice as it is/ }).click()
  await dialog.getByLabel('Reason').fill('Unhappy')
  await dialog.getByText('Cash', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Cancel package and give back 400.00' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/sales/${p.invoiceId}`)
  await expect(page.getByRole('main')).toContainText('Loss')
  await expect(page.getByRole('main')).toContainText('Given back in cash')
  await new ClientPage(page).open(p.clientId)
  await expect(relax).toContainText('Cancelled')
})

test('an own amount, not above what was paid, kept on account', async ({ page, desk }) => {
  const p = await relax10(desk)
  const { dialog } = await openCancel(page, p.clientId)
  await dialog.getByRole('radio', { name: /Own amount/ }).click()
  await dialog.getByLabel('Own amount', { exact: true }).fill('600')
  await dialog.getByLabel('Reason').fill('Agreed')
  await dialog.getByRole('button', { name: 'Cancel package', exact: true }).click()
  await expect(dialog.getByText('At most 500.00 was paid.')).toBeVisible()
  await dialog.getByLabel('Own amount', { exact: true }).fill('100')
  await dialog.getByText('On account', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Cancel package and give back 100.00' }).click()
  await expect(dialog).toBeHidden()
  await page.goto(`/clients/${p.clientId}`)
  await expect(page.getByRole('main')).toContainText('100.00')
})

test('a session used in another window while the figures are looked at: they are shown anew, and nothing else is given back', async ({
  page,
  desk,
}) => {
  const p = await relax10(desk)
  const { relax, dialog } = await openCancel(page, p.clientId)
  await dialog.getByLabel('Reason').fill('Moved away')
  const on = { clientId: p.clientId, serviceId: p.serviceId, clientPackageItemId: p.itemId }
  const meanwhile = await book(desk, { ...on, startsAt: '2026-11-24T09:00' })
  await desk.call.appointments.complete({ key: crypto.randomUUID(), id: meanwhile.id })
  await dialog.getByRole('button', { name: 'Cancel package and give back 420.00' }).click()
  await expect(page.getByText('The figures changed meanwhile. Look at them again.')).toBeVisible()
  await expect(dialog).toContainText('2 used')
  await dialog.getByRole('button', { name: 'Cancel package and give back 340.00' }).click()
  await expect(dialog).toBeHidden()
  await expect(relax).toContainText('Cancelled')
})
