// Somebody else pays: for a visit before and after it is published, and for a package from its sale on.

import { newKey } from '../support/app.ts'
import { book, makeClient, makePackage, makeService, type Maker } from '../support/make.ts'
import { ClientPage } from './pages/client.ts'
import { expect, test } from './support/fixtures.ts'

/** Anna, her father Leo, and Mia from elsewhere. */
async function makePeople(desk: Maker) {
  const [leo, anna] = [
    await makeClient(desk, { givenName: 'Leo', familyName: 'Hart' }),
    await makeClient(desk, { givenName: 'Anna', familyName: 'Hart' }),
  ]
  await makeClient(desk, { givenName: 'Mia', familyName: 'Stone' })
  const none = { mayBook: false, mayFillForms: false, getsMessages: false, sharing: { kind: 'none' as const } }
  const [other, client] = [
    { ...none, label: 'child' as const },
    { ...none, label: 'parent' as const },
  ]
  await desk.call.clients.link({ key: newKey(), clientId: leo.id, otherId: anna.id, other, client })
  const service = await makeService(desk, { name: 'Physio 45' })
  return { leo, anna, service }
}

test('a visit is billed to a parent from its panel, and, once published, to somebody else from its invoice', async ({ page, desk }) => {
  const { anna, service } = await makePeople(desk)
  const visit = await book(desk, { clientId: anna.id, serviceId: service.id, startsAt: '2026-11-24T08:00' })
  await page.goto(`/calendar?day=2026-11-24&appointment=${visit.id}`)
  const panel = page.getByRole('dialog', { name: 'Anna Hart' })
  const invoice = panel.getByRole('region', { name: 'Invoice' })
  await expect(invoice).toContainText('Billed to Anna Hart')

  await invoice.getByRole('button', { name: 'Bill to somebody else' }).press('Enter')
  const billing = page.getByRole('dialog', { name: 'Bill to' })
  await expect(billing.getByRole('radio', { name: /Anna Hart/ })).toBeFocused()
  await expect(billing.getByRole('radio', { name: /Anna Hart/ })).toHaveAccessibleName(/treated · usually pays/)
  await page.keyboard.press('ArrowDown')
  await expect(billing.getByRole('radio', { name: /Leo Hart/ })).toBeChecked()
  await billing.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Leo Hart is billed.')).toBeVisible()
  await expect(invoice).toContainText('Billed to Leo Hart')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(invoice).toContainText('Billed to Anna Hart')

  await panel.getByRole('button', { name: /^Done/ }).click()
  await expect(invoice).toContainText('Unpaid')
  await invoice.getByRole('link', { name: /^Invoice \d+/ }).click()
  await expect(panel).toBeHidden()
  await page.getByRole('button', { name: 'Bill to somebody else' }).click()
  await billing.getByText('Another client').click()
  await billing.getByRole('button', { name: 'Void it and bill anew' }).click()
  await expect(billing.getByText('Choose who pays.')).toBeVisible()
  await billing.getByRole('textbox', { name: 'Which client' }).fill('mia')
  await page.getByRole('option', { name: /Mia Stone/ }).click()
  await expect(billing).toContainText(
    'keeps naming Anna Hart and becomes void. A new one with the next number asks Mia Stone for the same.',
  )
  await billing.getByRole('button', { name: 'Void it and bill anew' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Mia Stone' })).toBeVisible()
  await page.getByRole('link', { name: /^invoice \d+/ }).click()
  await expect(page.getByText('Replaced by', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bill to somebody else' })).toHaveCount(0)
})

test('a parent buys a package for a child: the child’s card names who is billed, and a paid invoice says what to do first', async ({
  page,
  desk,
}) => {
  const { leo, anna, service } = await makePeople(desk)
  await makePackage(desk, { name: 'Relax 6', sessions: 6, serviceIds: [service.id] })
  const profile = new ClientPage(page)
  await profile.open(anna.id)
  await page.getByRole('button', { name: 'Sell package' }).first().click()
  const drawer = page.getByRole('dialog', { name: 'Sell to Anna Hart' })
  await drawer.getByLabel('Package', { exact: true }).fill('rel')
  await page.getByRole('option', { name: /Relax 6/ }).click()
  await expect(drawer.getByText('Billed to Anna Hart')).toBeVisible()
  await drawer.getByRole('button', { name: 'Bill to another client' }).press('Enter')
  await expect(drawer.getByRole('radio', { name: /Anna Hart/ })).toBeFocused()
  await drawer.getByRole('radio', { name: /Leo Hart/ }).click()
  await drawer.getByRole('button', { name: /^Sell and take/ }).click()
  await expect(drawer).toBeHidden()
  await expect(profile.card('Relax 6')).toContainText('billed to Leo Hart')

  await profile.open(anna.id, 'invoices')
  await expect(page.getByRole('table', { name: 'Invoices' })).toContainText('billed to Leo Hart')
  await profile.open(leo.id, 'invoices')
  await expect(page.getByRole('table', { name: 'Invoices' })).toContainText('for Anna Hart')
  await page.getByRole('table', { name: 'Invoices' }).getByRole('link').click()
  await expect(page.getByText('Package of', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Bill to somebody else' }).click()
  const refused = page.getByRole('dialog', { name: 'Bill to' })
  await expect(refused).toContainText(
    /Leo Hart paid on invoice \d+, so it can't be billed to somebody else\. Give that payment back first; then it can\./,
  )
  await refused.getByRole('button', { name: 'Close' }).last().click()
  await expect(refused).toBeHidden()
})
