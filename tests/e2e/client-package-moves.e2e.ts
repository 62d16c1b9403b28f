// Moving sessions between client packages from their cards: what it makes of both is said before it is done.

import { expect, test } from './support/fixtures.ts'
import { ClientPage } from './pages/client.ts'
import { card, makeClient, makeClientPackage } from '../support/make.ts'

test('sessions are transferred to another client, named at both ends, and taken back', async ({ page, desk }) => {
  const anna = await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
  const ben = await makeClient(desk, { givenName: 'Ben', familyName: 'Okafor' })
  await makeClientPackage(desk, { clientId: anna.id, name: 'Relax 6', sessions: 6, payments: [card(80_000)] })
  const profile = new ClientPage(page)
  await profile.open(anna.id)
  const relax = profile.card('Relax 6')
  await relax.getByRole('button', { name: 'More about Relax 6' }).click()
  await page.getByRole('menuitem', { name: 'Transfer …' }).click()
  const drawer = page.getByRole('dialog', { name: 'Transfer to another client' })
  await drawer.getByRole('button', { name: 'Transfer' }).click()
  await expect(drawer.getByText('Choose who gets them.')).toBeVisible()
  await drawer.getByLabel('Sessions', { exact: true }).fill('2')
  await drawer.getByLabel('To', { exact: true }).fill('Anna')
  await page.getByRole('option', { name: /Anna Lee/ }).click()
  await expect(drawer.getByRole('status')).toContainText('Relax 6 is Anna Lee’s already')
  await drawer.getByLabel('To', { exact: true }).fill('Ben')
  await page.getByRole('option', { name: /Ben Okafor/ }).click()
  await expect(drawer.getByRole('status')).toContainText('2 sessions (#5, #6), worth 266.66, go to Ben Okafor')
  await expect(drawer.getByRole('status')).toContainText('4 left and counts “of 4”')
  await drawer.getByLabel('Reason').fill('A present')
  await drawer.getByRole('button', { name: 'Transfer' }).click()
  await expect(drawer).toBeHidden()
  await expect(relax).toContainText('4 left')
  await expect(relax.getByRole('list', { name: 'Moved sessions' })).toContainText('Moved 2 sessions to Ben Okafor')

  await relax.getByRole('link', { name: 'Ben Okafor' }).click()
  await expect(profile.card('Relax 6')).toContainText('2 sessions from Anna Lee’s Relax 6')
  await profile.open(anna.id)
  await relax.getByRole('button', { name: /^Take back/ }).click()
  await expect(page.getByText('Taken back: Relax 6 is as it was.')).toBeVisible()
  await expect(relax).toContainText('6 left')
  await profile.open(ben.id)
  await expect(profile.card('Relax 6')).toContainText('Cancelled')
})
