// The desktop app's shell, as built, in the double: menu, dialogs, second start, unsaved forms, crashes, keys and ends.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { newKey } from '../support/app.ts'
import { makeClient, makeClientPackage } from '../support/make.ts'
import { clientThrough } from './support/carriers.ts'
import { firstPage, forkDouble, startDouble } from './support/double/start.ts'
import { expect, test } from './support/fixtures.ts'

const client = (familyName: string) => ({
  key: newKey(),
  id: null,
  givenName: 'Ida',
  familyName,
  birthDate: null,
  phone: '',
  email: '',
  address: '',
  insurer: '',
  insurerNumber: '',
  notes: '',
})

test.describe('the window @shell', () => {
  test('does what the menu says', async ({ page, double }) => {
    await page.goto('/calendar')
    await expect(page.getByRole('button', { name: 'Today' })).toBeVisible()
    double.order({ op: 'menu', id: 'clients' })
    await expect(page.getByRole('heading', { name: 'Clients', level: 1 })).toBeVisible()
    double.order({ op: 'menu', id: 'lock' })
    await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
  })

  test('saves a statement where the dialog says, and prints it from a view of its own', async ({ page, desk, double }) => {
    const owned = await makeClientPackage(desk)
    await page.goto(`/clients/${owned.clientId}/statement`)
    await page.locator('canvas').first().waitFor()
    const path = join(double.folder, 'documents', 'Statement.pdf')
    double.answer(path)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(() => existsSync(path)).toBe(true)
    expect(readFileSync(path, 'latin1').slice(0, 5)).toBe('%PDF-')
    expect(double.told.find(({ kind }) => kind === 'save')?.options?.['defaultPath']).toContain('2026-11-24 Usage statement')

    await page.getByRole('button', { name: 'Print', exact: true }).click()
    await expect.poll(() => double.told.find(({ told }) => told === 'printed')?.url).toMatch(/^app:\/\/tenpack\/documents\/[\w-]+$/)
  })

  test('asks before an address that is not its own is opened outside, and opens none within', async ({ page, double }) => {
    await page.goto('/calendar')
    double.answer(1)
    await page.evaluate(() => void window.open('https://example.org/'))
    await expect.poll(() => double.told.filter(({ told }) => told === 'asked').length).toBe(1)
    expect(double.told.some(({ told }) => told === 'opened')).toBe(false)
    double.answer(0)
    await page.evaluate(() => void window.open('https://example.org/'))
    await expect.poll(() => double.told.find(({ told }) => told === 'opened')?.url).toBe('https://example.org/')
  })

  test('answers no frame within the page', async ({ page }) => {
    await page.goto('/calendar')
    const reply = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inner = frame.contentWindow as unknown as { doubleCall(channel: string, args: unknown[]): Promise<unknown> }
      const answer = await inner.doubleCall('call', [JSON.stringify({ path: ['session', 'current'] })])
      frame.remove()
      return answer ?? 'nothing'
    })
    expect(reply).toBe('nothing')
  })

  test('gives the page two functions and no more of Electron', async ({ page }) => {
    await page.goto('/calendar')
    expect(await page.evaluate(() => Object.keys(globalThis.tenpack ?? {}))).toEqual(['call', 'onCommand'])
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis))).toEqual([])
  })

  test('asks before an unsaved form is closed: stays, or goes', async ({ page, double }) => {
    await page.goto('/settings/practice')
    await page.getByLabel('Name of the practice').fill('Another name')
    double.answer(1)
    double.order({ op: 'close' })
    await expect.poll(() => double.told.find(({ told }) => told === 'asked')?.options?.['message']).toBe('Leave without saving?')
    await expect(page.getByLabel('Name of the practice')).toHaveValue('Another name')
    double.answer(0)
    const exited = once(double.child, 'exit')
    double.order({ op: 'close' })
    expect((await exited)[0]).toBe(0)
  })
})

test.describe('trouble @shell', () => {
  test('a page that crashed is loaded again, where it was, and what stood in its form is offered', async ({ desk: _desk, double }) => {
    const { page } = double
    await page.goto('https://app-tenpack.test/clients?new=true')
    await page.getByLabel('Given name').fill('Zoë')
    const tab = await page.evaluate(() => sessionStorage.getItem('tenpack.tab') ?? '')
    const kept = async () => (await clientThrough(page).drafts.find({ tab, form: 'client new' })).values
    await expect.poll(kept).toContain('Zoë')
    double.order({ op: 'crash' })
    await page.waitForEvent('crash')
    const again = await firstPage(double.child, double.port)
    await expect(again.getByText('What you typed here before is still there.')).toBeVisible()
    await again.getByRole('button', { name: 'Put it back' }).click()
    await expect(again.getByLabel('Given name')).toHaveValue('Zoë')
  })

  test('a second start brings the first window to the front and ends', async ({ double }) => {
    const second = await forkDouble({ folder: double.folder })
    const [code] = (await once(second.child, 'exit')) as [number]
    expect(code).toBe(0)
    await expect.poll(() => double.told.some(({ told }) => told === 'focused')).toBe(true)
  })

  test('closed in the middle of commands, each is whole or not there, and the next start finds all that was answered', async ({
    desk: _desk,
    double,
  }) => {
    await double.page.goto('https://app-tenpack.test/calendar')
    const inputs = Array.from({ length: 20 }, (_, n) => JSON.stringify({ path: ['clients', 'save'], input: client(`Client ${n}`) }))
    await double.page.evaluate((texts) => {
      for (const text of texts) void globalThis.tenpack?.call(text)
    }, inputs)
    expect(await double.end()).toBe(0)

    const again = await startDouble({ folder: double.folder })
    const call = clientThrough(again.page)
    const owner = (await call.session.choices()).find((p) => p.role === 'owner')!
    await call.session.signIn({ staffId: owner.id, password: 'kettle-orchard-9' })
    const { total } = await call.clients.list({ search: '', page: 1, pageSize: 50 })
    expect(total).toBeLessThanOrEqual(20)
    expect((await call.backups.verify()).problems).toEqual([])
    expect(await again.end()).toBe(0)
  })

  test('killed, it starts again with everything that it had answered', async ({ desk, double }) => {
    const made = await makeClient(desk, { givenName: 'Łukasz', familyName: 'Żółć' })
    double.child.kill('SIGKILL')
    await once(double.child, 'exit')
    const again = await startDouble({ folder: double.folder })
    const call = clientThrough(again.page)
    const owner = (await call.session.choices()).find((p) => p.role === 'owner')!
    await call.session.signIn({ staffId: owner.id, password: 'kettle-orchard-9' })
    expect((await call.clients.get({ id: made.id })).familyName).toBe('Żółć')
    expect(await again.end()).toBe(0)
  })

  test('the computer going down closes the practice without a question', async ({ page, double }) => {
    await page.goto('/settings/practice')
    await page.getByLabel('Name of the practice').fill('Another name')
    const exited = once(double.child, 'exit')
    double.order({ op: 'shutdown' })
    expect((await exited)[0]).toBe(0)
  })
})

test.describe('the key @shell', () => {
  const keysIn = (folder: string): string[] =>
    readdirSync(join(folder, 'config', 'keys'))
      .map((name) => name.replace(/^\w+/, ''))
      .sort()

  test('moves into the key store of the computer, and back into its file when asked', async ({ double }) => {
    expect(keysIn(double.folder)).toEqual(['.sealed'])
    await double.end()
    const back = await startDouble({ folder: double.folder, args: ['--unseal-key'] })
    expect(keysIn(double.folder)).toEqual(['.key', '.open'])
    expect(await back.end()).toBe(0)
  })

  test('stays in its file where Linux has no key ring', async () => {
    const plain = await startDouble({ keyStore: 'basic_text' })
    expect(keysIn(plain.folder)).toEqual(['.key'])
    expect(await plain.end()).toBe(0)
  })
})
