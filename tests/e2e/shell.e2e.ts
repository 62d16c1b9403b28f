// What a person and their computer do beside the page, in a window of its own: the menu, dialogs, a second start, closing and
// being killed. The built main and preload run unchanged.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../support/app.ts'
import { makeClient, makeClientPackage, newClient } from '../support/make.ts'
import { startDoubleApp } from './support/double-app.ts'
import { startDouble } from './support/double/start.ts'
import { expect, test } from './support/fixtures.ts'
import { startHost } from './support/host.ts'
import { OWNER } from './support/practice.ts'

async function signInAgain(call: Client) {
  const [owner] = (await call.session.choices()).filter(({ role }) => role === 'owner')
  await call.session.signIn({ staffId: owner!.id, password: OWNER.password })
}

test('a command of the menu does what the search box does', { tag: '@shell' }, async ({ page, app }) => {
  await page.goto('/clients')
  await expect(page.getByRole('heading', { name: 'Clients', level: 1 })).toBeVisible()
  await app.choose('Go', 'Packages')
  await expect(page).toHaveURL(/\/packages$/)
  await app.choose('Practice', 'Book appointment')
  await expect(page.getByRole('dialog')).toBeVisible()
  await app.choose('Practice', 'Lock')
  await expect(page.getByLabel('PIN', { exact: true })).toBeVisible()
})

test(
  'a document is printed from the viewer, and one whose dialog is cancelled is not saved',
  { tag: ['@shell', '@double'] },
  async ({ page, app, desk }) => {
    const { invoiceId } = await makeClientPackage(desk, { name: 'Relax 10' })
    await page.goto(`/sales/${invoiceId}`)
    await page.locator('canvas').first().waitFor()
    await app.answer({ kind: 'print', outcome: 'done' })
    await page.getByRole('button', { name: 'Print' }).click()
    await expect.poll(async () => (await app.asked()).map(({ kind, detail }) => [kind, detail])).toEqual([['print', '%PDF-']])

    await app.answer({ kind: 'save', path: null })
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await expect.poll(async () => (await app.asked()).at(-1)?.detail).toMatch(/Invoice 1001.*\.pdf$/)
    expect(readdirSync(app.folder).filter((name) => name.endsWith('.pdf'))).toEqual([])
  },
)

test('a second start shows the window that is there and ends', { tag: '@shell' }, async ({ page, app }) => {
  await page.goto('/calendar')
  await app.minimize()
  expect(await app.isMinimized()).toBe(true)
  expect(await app.startAgain()).toBe(0)
  await expect.poll(() => app.isMinimized()).toBe(false)
})

test('closing with an unsaved form asks, stays when told to, and ends when told so', { tag: '@shell' }, async ({ page, app }) => {
  await page.goto('/clients?new=true')
  await page.getByLabel('Given name').pressSequentially('Zoë')
  await app.answer({ kind: 'message', button: 'Stay' })
  await app.closeWindow()
  await expect.poll(async () => (await app.asked()).map(({ message }) => message)).toEqual(['Leave without saving?'])
  await expect(page.getByLabel('Given name')).toHaveValue('Zoë')

  await app.answer({ kind: 'message', button: 'Leave' })
  await app.closeWindow()
  expect(await app.ended()).toBe(0)
})

test('quitting is called off by a form that stays, and works the next time', { tag: '@shell' }, async ({ page, app }) => {
  await page.goto('/clients?new=true')
  await page.getByLabel('Given name').pressSequentially('Zoë')
  await app.answer({ kind: 'message', button: 'Stay' })
  await app.quit()
  await expect.poll(async () => (await app.asked()).length).toBe(1)
  await page.getByLabel('Given name').fill('')
  await app.quit()
  expect(await app.ended()).toBe(0)
})

test('a page that crashed is loaded again where it was, and offers what was typed', { tag: '@shell' }, async ({ app, seat, desk }) => {
  const page = await app.page()
  await page.goto('/clients?new=true')
  await page.getByLabel('Given name').fill('Zoë')
  const tab = await page.evaluate(() => sessionStorage.getItem('tenpack.tab') ?? '')
  await expect.poll(async () => (await desk.call.drafts.find({ tab, form: 'client new' })).values).toContain('Zoë')
  await app.crashPage()

  const again = await app.page()
  expect(again).not.toBe(page)
  await expect(again).toHaveURL(`${seat.origin}/clients?new=true`)
  await again.getByRole('button', { name: 'Put it back' }).click()
  await expect(again.getByLabel('Given name')).toHaveValue('Zoë')
  await again.getByRole('button', { name: 'Add client' }).click()
  await expect(again.getByText('Zoë added')).toBeVisible()
})

test(
  'an address outside is opened in the browser of the computer only after asking, and only https',
  { tag: '@shell' },
  async ({ app, desk: _desk }) => {
    const page = await app.page() // it complains of some of them, as it should
    await page.goto('/calendar')
    const follow = (address: string) => page.evaluate((to) => void window.open(to), address)
    await app.answer({ kind: 'message', button: 'Cancel' }, { kind: 'message', button: 'Open' })
    await follow('https://insurer.example/claims')
    await expect.poll(async () => (await app.asked()).length).toBe(1)
    expect(await app.opened()).toEqual([])
    for (const never of ['http://insurer.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'mailto:anna@example.org'])
      await follow(never)
    await follow('https://insurer.example/claims')
    await expect.poll(() => app.opened()).toEqual(['https://insurer.example/claims'])
    expect((await app.asked()).map(({ message }) => message)).toEqual(Array(2).fill('Open insurer.example in your browser?'))
    expect(
      page
        .context()
        .pages()
        .filter((one) => one.url().includes('insurer')),
    ).toEqual([])
  },
)

test(
  'the page goes nowhere else, reaches no network and may use no device',
  { tag: ['@shell', '@double'] },
  async ({ app, desk: _desk }) => {
    const page = await app.page() // it complains, as it should
    await page.goto('/calendar')
    const before = page.url()
    await page.evaluate(() => void (location.href = 'https://elsewhere.example/'))
    const reached = await page.evaluate(() =>
      Promise.all(
        ['https://elsewhere.example/', 'http://127.0.0.1:9/', 'file:///etc/passwd'].map((address) =>
          fetch(address).then(
            () => address,
            () => null,
          ),
        ),
      ),
    )
    expect(reached).toEqual([null, null, null])
    const states = await page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    )
    expect(states).not.toContain('granted')
    expect(page.url()).toBe(before)
    const offered = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const inFrame = Reflect.get(frame.contentWindow ?? {}, 'tenpack') as unknown
      frame.remove()
      return {
        here: Object.keys(globalThis.tenpack ?? {}),
        inFrame,
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      }
    })
    expect(offered).toEqual({ here: ['call', 'onCommand'], inFrame: undefined, node: [] })
    const { network } = await app.double!().look()
    expect(network).toEqual([])
  },
)

test('a call from another frame, page or window is not answered', { tag: ['@shell', '@double'] }, async ({ app, desk: _desk }) => {
  const { order } = app.double!()
  const text = JSON.stringify({ path: ['setup', 'state'], input: {} })
  const from = (frame: { url: string; isTop: boolean } | null, isOtherWindow = false) =>
    order({ do: 'callFrom', frame, text, isOtherWindow })
  expect(await from({ url: 'app://tenpack/calendar', isTop: true })).toContain('hasPractice')
  expect(await from({ url: 'app://tenpack/calendar', isTop: false })).toBeNull()
  expect(await from({ url: 'https://elsewhere.example/', isTop: true })).toBeNull()
  expect(await from({ url: 'app://tenpack.elsewhere/', isTop: true })).toBeNull()
  expect(await from(null)).toBeNull()
  expect(await from({ url: 'app://tenpack/calendar', isTop: true }, true)).toBeNull()
})

test('an oversized message and one that is no call are refused', { tag: '@shell' }, async ({ page, desk: _desk }) => {
  await page.goto('/calendar')
  const replies = await page.evaluate(async () => {
    const call = globalThis.tenpack!.call
    return [
      await call(JSON.stringify({ path: ['clients', 'list'], input: 'x'.repeat(3_000_000) })),
      await call('{'),
      await call(7 as never),
    ]
  })
  expect(replies[0]).toContain('call.tooLarge')
  for (const reply of replies.slice(1)) expect(reply).toContain('call.badInput')
})

const keysIn = (folder: string) => readdirSync(join(folder, 'config/keys')).map((name) => name.split('.').at(-1))

test(
  'the key moves into the key store of the computer, and back into its file when asked',
  { tag: ['@shell', '@double'] },
  async ({ app, desk }) => {
    await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
    expect(keysIn(app.folder)).toEqual(['sealed'])
    await app.killAndStart()
    await expect((await app.page()).getByRole('button', { name: /Nadia Brandt/ })).toBeVisible()
    expect(keysIn(app.folder)).toEqual(['sealed'])

    await app.quit()
    await app.startAnew('--unseal-key')
    await expect((await app.page()).getByRole('button', { name: /Nadia Brandt/ })).toBeVisible()
    expect(keysIn(app.folder).toSorted()).toEqual(['key', 'open'])
  },
)

test('the key stays in its file where Linux has no key ring', { tag: ['@shell', '@double'] }, async () => {
  const app = startDoubleApp({ keyRing: 'basic_text' })
  await (await app.page()).getByRole('button', { name: /^Set up your practice/ }).waitFor()
  expect(keysIn(app.folder)).toEqual(['key'])
  await app.end()
})

test(
  'killed in the middle of its work, it starts again with what was saved, and nothing else',
  { tag: '@shell' },
  async ({ app, desk }) => {
    await makeClient(desk, { givenName: 'Anna', familyName: 'Lee' })
    const unanswered = Array.from({ length: 20 }, (_, n) =>
      makeClient(desk, { familyName: `Client ${n}` }).then(
        () => n,
        () => null,
      ),
    )
    await app.killAndStart()
    const answered = (await Promise.all(unanswered)).filter((n) => n !== null)
    await signInAgain(desk.call)
    const { rows } = await desk.call.clients.list({ search: '', page: 1, pageSize: 200 })
    const names = rows.map(({ familyName }) => familyName)
    expect(names).toContain('Lee')
    for (const n of answered) expect(names, 'what was answered is there').toContain(`Client ${n}`)
  },
)

test('closed in the middle of a command, it ends only after that is saved', { tag: '@shell' }, async ({ app, desk }) => {
  const page = await app.page()
  const calls = Array.from({ length: 10 }, (_, n) => ({
    path: ['clients', 'save'],
    input: newClient({ familyName: `Client ${n}` }),
  }))
  // Sent and not waited for: the window goes while they are under way.
  await page.evaluate((all) => {
    for (const call of all) void globalThis.tenpack?.call(JSON.stringify(call))
  }, calls)
  await app.closeWindow()
  expect(await app.ended()).toBe(0)
  await app.startAnew()
  await signInAgain(desk.call)
  const { rows } = await desk.call.clients.list({ search: '', page: 1, pageSize: 200 })
  expect(rows).toHaveLength(10)
})

test('going down with the computer, it asks nobody and closes the file', { tag: ['@shell', '@double'] }, async ({ page, app }) => {
  await page.goto('/clients?new=true')
  await page.getByLabel('Given name').pressSequentially('Zoë')
  await app.double!().order({ do: 'power', event: 'shutdown' })
  expect(await app.ended()).toBe(0)
  expect(readdirSync(join(app.folder, 'data')).filter((name) => name.endsWith('-wal'))).toEqual([])
  expect(readFileSync(join(app.folder, 'config/window.json'), 'utf8')).toContain('"width":1366')
})

test(
  'a folder that can’t be used, and a practice that is open elsewhere, are told in a dialog, and the app ends',
  { tag: ['@shell', '@double'] },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenpack-e2e-'))
    writeFileSync(join(folder, 'file'), 'no folder')
    const startOn = (data: string, config: string) =>
      startDouble({
        main: join(import.meta.dirname, '../../out/main/main.cjs'),
        args: ['--data', data],
        env: { TENPACK_CONFIG: config },
        settings: { systemFolder: join(folder, 'system'), answers: [{ kind: 'message', button: 'Close' }] },
      })
    const { code, said } = await startOn(join(folder, 'file'), join(folder, 'config')).ended
    expect([code, said]).toEqual([3, expect.stringMatching(/^Tenpack can’t start\.\n.*file/)])

    const host = await startHost()
    const second = startOn(join(host.folder, 'data'), join(host.folder, 'config'))
    expect(await second.ended).toMatchObject({ code: 3, said: '' })
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  },
)
