// Changing a client package from its card: sessions, end and holds, each said before it is saved.

import { expect, test } from './support/fixtures.ts'
import { ClientPage } from './pages/client.ts'
import { card, makeClientPackage } from '../support/make.ts'

test('sessions are adjusted, the end is moved, and a hold is put on and taken back', async ({ page, desk }) => {
  const owned = await makeClientPackage(desk, { name: 'Relax 6', sessions: 6, payments: [card(80_000)] })
  const profile = new ClientPage(page)
  await profile.open(owned.clientId)
  const relax = profile.card('Relax 6')
  const choose = async (item: string) => {
    await relax.getByRole('button', { name: 'More about Relax 6' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  await choose('Adjust sessions …')
  const adjusting = page.getByRole('dialog', { name: 'Adjust sessions' })
  await adjusting.getByLabel('Sessions', { exact: true }).fill('2')
  await expect(adjusting.getByRole('status')).toContainText('6 left → 8 left')
  await adjusting.getByRole('button', { name: 'Save' }).click()
  await expect(adjusting.getByText('Enter a reason.')).toBeVisible()
  await adjusting.getByLabel('Reason').fill('Goodwill')
  await adjusting.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('8 left')

  await choose('Adjust sessions …')
  await adjusting.getByText('Take off', { exact: true }).click()
  await adjusting.getByLabel('Sessions', { exact: true }).fill('9')
  await adjusting.getByLabel('Reason').fill('Mistake')
  await adjusting.getByRole('button', { name: 'Save' }).click()
  await expect(adjusting.getByText(/Only 8 sessions of Relax 6 are free/)).toBeVisible()
  await adjusting.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()

  await choose('Change the end …')
  const ending = page.getByRole('dialog', { name: 'Change the end' })
  await ending.getByLabel('Last valid day', { exact: true }).fill('31 Mar 2027')
  await expect(ending.getByRole('status')).toContainText('No end → 31 Mar 2027')
  await ending.getByLabel('Reason').fill('Agreed')
  await ending.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('31 Mar 2027')

  await choose('Put on hold …')
  const holding = page.getByRole('dialog', { name: 'Put on hold' })
  await holding.getByLabel('Reason').fill('Ill')
  await holding.getByRole('button', { name: 'Save' }).click()
  await expect(relax).toContainText('On hold')
  await page.reload()
  await choose('Holds …')
  await holding.getByRole('button', { name: 'Take it back' }).click()
  await expect(relax).toContainText('Active')
})
