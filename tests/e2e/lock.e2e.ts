// A locked screen shows nothing and calls nothing, whatever stood on it a moment before.

import { makeClient, sellPackage, makePackage } from '../support/make.ts'
import { CalendarPage } from './pages/calendar.ts'
import { expect, test } from './support/fixtures.ts'
import { OWNER } from './support/practice.ts'

const NAMES = Array.from({ length: 50 }, (_, i) => `Plantedname${String.fromCharCode(97 + (i % 26))}${i}`)

test(
  'after locking, none of 50 planted names is on the page, in its title, its storage or in an answer',
  { tag: '@desktop' },
  async ({ page, desk }) => {
    const sold = await makePackage(desk, { name: 'Relax 10' })
    for (const familyName of NAMES) await makeClient(desk, { givenName: 'Anna', familyName, notes: familyName })
    const { rows } = await desk.call.clients.list({ search: '', page: 1, pageSize: 50 })
    await sellPackage(desk, { clientId: rows[0]!.id, packageId: sold.id })
    await page.goto('/clients')
    for (const name of NAMES.slice(0, 20)) await expect(page.getByText(name).first()).toBeAttached()
    await page.goto(`/clients/${rows[0]!.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Plantedname')

    const heard: string[] = []
    page.on(
      'response',
      (response) =>
        void response.text().then(
          (text) => heard.push(text),
          () => undefined,
        ),
    )
    await page.keyboard.press('Control+Shift+L')
    await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
    heard.length = 0

    const everything = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        document.title,
        location.href,
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
      ].join('\n'),
    )
    expect(NAMES.filter((name) => everything.includes(name))).toEqual([])
    for (const path of [
      ['clients', 'list'],
      ['clients', 'get'],
      ['search', 'all'],
      ['appointments', 'onDays'],
      ['invoices', 'list'],
    ]) {
      const answer = await page.evaluate(async (path) => {
        const body = JSON.stringify({ path, input: { search: '', text: 'planted', page: 1, pageSize: 50, id: 1 } })
        if (globalThis.tenpack) return globalThis.tenpack.call(body)
        return (await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text()
      }, path)
      expect(answer).toContain('call.locked')
    }
    await page.goBack()
    await page.reload()
    await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
    expect(NAMES.filter((name) => heard.join('\n').includes(name))).toEqual([])

    await page.getByLabel('PIN', { exact: true }).fill('9999')
    await page.keyboard.press('Enter')
    await expect(page.getByText('That PIN is not right.')).toBeVisible()
    await page.getByLabel('PIN', { exact: true }).fill(OWNER.pin)
    await page.keyboard.press('Enter')
    await expect(page.getByText(NAMES[0]!).first()).toBeVisible()
  },
)

test('signing in asks for the password and says what is wrong', { tag: '@web' }, async ({ browser, host, desk: _desk }) => {
  const page = await browser.newPage()
  await page.goto(host.address)
  await page.getByRole('button', { name: new RegExp(OWNER.name) }).click()
  await page.getByRole('button', { name: 'Use the password instead' }).click() // it was given today, so the PIN would do
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That password is not right.')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password)
  await page.keyboard.press('Enter')
  await expect(new CalendarPage(page).tile('nobody')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Calendar' })).toBeVisible()
  await page.close()
})

test('a page without the printed address is told how to come in', { tag: '@web' }, async ({ browser, host }) => {
  const page = await browser.newPage()
  const response = await page.goto(`${host.origin}/calendar`)
  expect(response?.status()).toBe(403)
  await expect(page.getByText(/address that it printed/)).toBeVisible()
  await page.close()
})
