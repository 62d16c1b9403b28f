// The usage statement: the preview on the screen is the PDF that is saved, and its text can be read back.

import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { newKey } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage } from '../support/make.ts'
import { expect, test } from './support/fixtures.ts'

test('the statement of a client is shown, and saved as a PDF with their names', { tag: '@desktop' }, async ({ page, desk, seat }, info) => {
  const client = await makeClient(desk, { givenName: 'Łukasz', familyName: 'Żółć', insurer: 'Sun Mutual', insurerNumber: '88-2041' })
  const { itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10', clientId: client.id, payments: [card(80_000)] })
  const { id } = await book(desk, { clientId: client.id, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T08:00' })
  await desk.call.appointments.complete({ key: newKey(), id })

  await page.goto(`/clients/${client.id}`)
  await page.getByRole('button', { name: 'Statement' }).click()
  await expect(page.getByRole('heading', { name: 'Usage statement' })).toBeVisible()
  await expect(page.locator('canvas').first()).toBeVisible()

  const { name, bytes } = await seat.saves(page, () => page.getByRole('button', { name: 'Save PDF' }).click())
  expect(name).toMatch(/^2026-11-24 Usage statement – Żółć, Łukasz\.pdf$/)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  if (!existsSync('/usr/bin/pdftotext')) return
  const file = info.outputPath('statement.pdf')
  writeFileSync(file, bytes)
  const text = execFileSync('/usr/bin/pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  for (const words of ['Łukasz Żółć', 'Relax 10', 'Sun Mutual', 'Dr Elena Ruiz', 'Harbour Street Physiotherapy'])
    expect(text).toContain(words)
})

test('an invoice is paid by two methods and is then paid', async ({ page, desk }) => {
  const client = await makeClient(desk, { givenName: 'Olga', familyName: 'Petrova' })
  const { invoiceId } = await makeClientPackage(desk, { name: 'Relax 10', clientId: client.id })
  await page.goto(`/sales/${invoiceId}`)
  await page.getByRole('button', { name: 'Take payment' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: 'Amount' }).fill('300')
  await drawer.getByRole('button', { name: 'Another method' }).click()
  await expect(drawer.getByRole('textbox', { name: 'Amount' }).nth(1)).toHaveValue('500.00')
  await drawer.getByRole('button', { name: /^Take/ }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Paid')
  expect(await desk.call.invoices.get({ id: invoiceId })).toMatchObject({ state: 'paid', dueMinor: 0 })
})
