// The double of Electron refuses what Electron refuses, and says so: else a test on it would mean nothing. Shown by tiny
// main modules that each do one thing wrong.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, expect, type Page } from '@playwright/test'
import { type Double, startDouble } from './support/double/start.ts'

interface Parts {
  preload?: string
  keyRing?: 'basic_text'
}

const test = base.extend<{ run: (main: string, parts?: Parts) => Double; show: (double: Double) => Promise<Page> }>({
  run: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tenpack-double-'))
    const started: Double[] = []
    mkdirSync(join(folder, 'user'))
    mkdirSync(join(folder, 'app/out/main'), { recursive: true })
    await use((main, { preload = '', keyRing = 'gnome_libsecret' as const } = {}) => {
      const path = join(folder, 'app/out/main/main.mjs')
      writeFileSync(path, `import { app } from 'electron'\napp.setPath('userData', ${JSON.stringify(join(folder, 'user'))})\n${main}`)
      writeFileSync(join(folder, 'app/preload.cjs'), preload)
      const settings = { systemFolder: join(folder, 'system'), keyRing } as const
      const double = startDouble({ main: path, env: { PRELOAD: join(folder, 'app/preload.cjs') }, settings })
      started.push(double)
      return double
    })
    for (const double of started) await double.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  show: async ({}, use) => {
    const browsers: { close: () => Promise<void> }[] = []
    await use(async (double) => {
      await expect.poll(async () => (await double.look()).windows[0]?.url).toMatch(/^app:/)
      const browser = await chromium.connectOverCDP((await double.look()).debugAddress!)
      browsers.push(browser)
      const page = browser
        .contexts()[0]!
        .pages()
        .find((one) => one.url().includes('app-'))!
      page.on('dialog', () => {})
      return page
    })
    for (const browser of browsers) await browser.close()
  },
})
const tag = ['@shell', '@double']

const SAFE = `sandbox: true, contextIsolation: true, nodeIntegration: false`
const whenReady = (what: string, more = '') =>
  `import { BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell } from 'electron'
   ${more}
   app.whenReady().then(async () => { ${what} })`

const REFUSED: [what: string, main: string, said: RegExp][] = [
  ['a window before ready', `import { BrowserWindow } from 'electron'\nnew BrowserWindow()`, /A BrowserWindow before app is ready/],
  [
    'a dialog before ready',
    `import { dialog } from 'electron'\ndialog.showMessageBoxSync({ message: 'x' })`,
    /A dialog before app is ready/,
  ],
  ['screen before ready', `import { screen } from 'electron'\nscreen.getAllDisplays()`, /screen before app is ready/],
  ['a session before ready', `import { session } from 'electron'\nsession.defaultSession`, /defaultSession before app is ready/],
  [
    'the key store before ready',
    `import { safeStorage } from 'electron'\nsafeStorage.getSelectedStorageBackend()`,
    /safeStorage before app is ready/,
  ],
  [
    'serving a scheme before ready',
    `import { protocol } from 'electron'\nprotocol.handle('app', () => {})`,
    /protocol.handle before app is ready/,
  ],
  ['the sandbox after ready', whenReady(`app.enableSandbox()`), /enableSandbox after app is ready/],
  [
    'schemes after ready',
    whenReady(`protocol.registerSchemesAsPrivileged([])`),
    /registerSchemesAsPrivileged should be called before app is ready/,
  ],
  ['a scheme that has no privileges', whenReady(`protocol.handle('app', () => {})`), /The scheme app was not registered/],
  ['a window without sandbox', whenReady(`new BrowserWindow({ webPreferences: { sandbox: false } })`), /A window without sandbox/],
  [
    'a window that leaves the sandbox out',
    whenReady(`new BrowserWindow({ webPreferences: { contextIsolation: true } })`),
    /A window without sandbox/,
  ],
  [
    'a window without isolation',
    whenReady(`new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: false } })`),
    /without context isolation/,
  ],
  [
    'a window with Node',
    whenReady(`new BrowserWindow({ webPreferences: { sandbox: true, nodeIntegration: true } })`),
    /A window with Node.js/,
  ],
  [
    'a window without web security',
    whenReady(`new BrowserWindow({ webPreferences: { sandbox: true, webSecurity: false } })`),
    /without web security/,
  ],
  ['an option that is none', whenReady(`new BrowserWindow({ titel: 'x' })`), /A BrowserWindow has no option titel/],
  [
    'a window of no use any more',
    whenReady(`const w = new BrowserWindow({ webPreferences: { ${SAFE} } }); app.on('window-all-closed', () => {}); w.destroy(); w.show()`),
    /Object has been destroyed/,
  ],
  ['a second handler', whenReady(`ipcMain.handle('a', () => 1); ipcMain.handle('a', () => 2)`), /second handler for 'a'/],
  ['a member that is not known', whenReady(`app.dock.hide()`), /app\.dock is not known/],
  ['an export that is not known', `import { Tray } from 'electron'\nnew Tray()`, /named 'Tray'/],
  ['an event that never comes', `app.on('window-closed-all', () => {})`, /app has no event “window-closed-all”/],
  ['a role that is none', whenReady(`Menu.buildFromTemplate([{ role: 'quitt' }])`), /There is no role “quitt”/],
  ['an item without words', whenReady(`Menu.buildFromTemplate([{ submenu: [] }])`), /neither label, role nor separator/],
  ['keys that are none', whenReady(`Menu.buildFromTemplate([{ label: 'x', accelerator: 'Ctrl++K' }])`), /is no accelerator/],
  [
    'a dialog that nobody answers',
    whenReady(`await dialog.showMessageBox({ message: 'Sure?' })`),
    /Nobody answered the message dialog “Sure\?”/,
  ],
  ['a folder that is not there', `app.setPath('userData', '/nowhere/at/all')`, /Failed to set path 'userData'/],
]

for (const [what, main, said] of REFUSED) {
  test(`it refuses ${what}`, { tag }, async ({ run }) => {
    const { ended } = run(main)
    const end = await ended
    expect(end.said).toMatch(said)
    expect(end.code).toBe(1)
  })
}

test('it never becomes ready for a main that waits for that at its top level', { tag }, async ({ run }) => {
  expect(await run(`await app.whenReady()\napp.exit(0)`).ended).toMatchObject({ code: 13 })
})

test('it refuses an answer that no button has, and one of another kind', { tag }, async ({ run }) => {
  for (const [answer, said] of [
    [{ kind: 'message', button: 'Maybe' }, /has no button “Maybe” but Yes, No/],
    [{ kind: 'save', path: null }, /came where an answer to save was given/],
  ] as const) {
    const double = run(whenReady(`setTimeout(() => dialog.showMessageBoxSync({ message: 'Sure?', buttons: ['Yes', 'No'] }), 500)`))
    await double.order({ do: 'answer', answers: [answer] })
    expect((await double.ended).said).toMatch(said)
  }
})

test('its lock holds across processes, tells the first of the second, and is free again after a kill', { tag }, async ({ run }) => {
  const main = `if (!app.requestSingleInstanceLock()) app.exit(7)
    else { app.on('second-instance', (_e, argv) => { console.log('again', argv.length > 0) }); setInterval(() => {}, 1000) }`
  const first = run(main)
  await first.look()
  expect((await run(main).ended).code).toBe(7)
  await expect.poll(() => first.said()).toBe('again true\n')
  await first.kill()
  const third = run(main)
  await third.look()
  expect((await run(main).ended).code).toBe(7)
})

test('it ends in the order of Electron, and not while somebody prevents it', { tag }, async ({ run }) => {
  const { ended } = run(
    whenReady(
      `const w = new BrowserWindow({ webPreferences: { ${SAFE} } })
       for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) app.on(name, () => console.log(name))
       w.on('close', () => console.log('close')); w.on('closed', () => console.log('closed'))
       let first = true
       app.on('will-quit', (e) => { if (first) { first = false; e.preventDefault(); setTimeout(() => app.quit(), 50) } })
       app.quit()`,
    ),
  )
  const { code, said } = await ended
  expect(code).toBe(0)
  expect(said.trim().split('\n')).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'before-quit', 'will-quit', 'quit'])
})

/** Runs in the page. */
function download(): void {
  const link = document.createElement('a')
  Object.assign(link, { href: '/file', download: 'file.html' })
  link.click()
}

const SERVED = `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])`
const shown = (more = '') =>
  whenReady(
    `protocol.handle('app', (request) => new Response('<title>' + request.url + '</title>', { headers: { 'content-type': 'text/html' } }))
     ipcMain.handle('echo', (_event, value) => value)
     ipcMain.handle('function', () => () => 1)
     ipcMain.handle('throw', () => { throw Object.assign(new TypeError('Not so'), { secret: 1 }) })
     ${more}
     await new BrowserWindow({ webPreferences: { ${SAFE}, preload: process.env.PRELOAD } }).loadURL('app://tenpack/')`,
    SERVED,
  )
const PRELOAD = `const { contextBridge, ipcRenderer } = require('electron')
  globalThis.mine = 1
  contextBridge.exposeInMainWorld('api', {
    invoke: (channel, value) => ipcRenderer.invoke(channel, value),
    give: () => ipcRenderer.invoke('echo', () => 1),
    sees: () => [typeof globalThis.theirs, typeof process],
    twice: (f) => f(f(2)),
  })`
interface Api {
  invoke: (channel: string, value?: unknown) => Promise<unknown>
  give: () => Promise<unknown>
  sees: () => string[]
  twice: (f: (n: number) => number) => number
}
declare global {
  var api: Api
}

test('its preload lives in a world of its own, and only what the bridge carries crosses', { tag }, async ({ run, show }) => {
  const page = await show(run(shown(), { preload: PRELOAD }))
  expect(
    await page.evaluate(() => {
      Object.assign(globalThis, { theirs: 1 })
      return [
        typeof Reflect.get(globalThis, 'mine'),
        typeof Reflect.get(globalThis, 'require'),
        Object.isFrozen(globalThis.api),
        location.origin,
        isSecureContext,
      ]
    }),
  ).toEqual(['undefined', 'undefined', true, 'https://app-tenpack.test', true])
  expect(await page.evaluate(() => [globalThis.api.sees(), globalThis.api.twice((n) => n * 3)])).toEqual([['undefined', 'undefined'], 18])
})

test('it carries what structured clone carries and refuses the rest, both ways', { tag }, async ({ run, show }) => {
  const double = run(shown(), { preload: PRELOAD })
  const page = await show(double)
  const value = { a: [1, 'ü', null, true], b: { c: 'x' } }
  expect(await page.evaluate((given) => globalThis.api.invoke('echo', given), value)).toEqual(value)
  const failing = (call: Promise<unknown>) =>
    call.then(
      () => 'answered',
      (error: Error) => error.message,
    )
  expect(await failing(page.evaluate(() => globalThis.api.give()))).toContain('could not be cloned')
  expect(await failing(page.evaluate(() => globalThis.api.invoke('function')))).toContain('could not be cloned')
  expect(await failing(page.evaluate(() => globalThis.api.invoke('throw')))).toContain(
    "Error invoking remote method 'throw': TypeError: Not so",
  )
  expect(await failing(page.evaluate(() => globalThis.api.invoke('nobody')))).toContain("No handler registered for 'nobody'")
  expect((await double.look()).failures).toEqual(["The reply on 'function' can’t be cloned", "No handler registered for 'nobody'"])
})

for (const [what, preload, said] of [
  ['a module that the sandbox has not', `require('fs')`, "In the preload: require('fs') in a sandboxed preload"],
  ['a member that is not known', `require('electron').ipcRenderer.sendSync('x')`, 'In the preload: ipcRenderer.sendSync'],
] as const)
  test(`its preload is refused ${what}`, { tag }, async ({ run, show }) => {
    const double = run(shown(), { preload })
    await show(double)
    await expect.poll(async () => (await double.look()).failures).toEqual([said])
  })

test(
  'without an app that says no, pages open windows, go anywhere, reach networks and use devices, and that is told',
  { tag },
  async ({ run, show }) => {
    const double = run(shown())
    const page = await show(double)
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).toBe('granted')
    await page.evaluate(() => fetch('https://elsewhere.example/a').catch(() => {}))
    await page.evaluate(() => void window.open('https://elsewhere.example/b'))
    await expect.poll(async () => (await double.look()).failures).toEqual(['The app let a page open https://elsewhere.example/b'])
    await page.evaluate(download)
    await expect.poll(async () => (await double.look()).downloads).toEqual(['app://tenpack/file'])
    await page.evaluate(() => void (location.href = 'https://elsewhere.example/c')).catch(() => {})
    await expect.poll(async () => (await double.look()).network).toEqual(['https://elsewhere.example/a', 'https://elsewhere.example/c'])
  },
)

test('the app’s handlers are asked, and what they say holds', { tag }, async ({ run, show }) => {
  const double = run(
    shown(`
      session.defaultSession.setPermissionRequestHandler((_c, permission, answer) => answer(permission === 'notifications'))
      session.defaultSession.on('will-download', (event) => { console.log('download'); event.preventDefault() })
      session.defaultSession.webRequest.onBeforeRequest({ urls: ['https://*/*'] }, (_d, answer) => answer({ cancel: true }))
      app.on('web-contents-created', (_e, contents) => {
        contents.on('will-navigate', (details) => { console.log('to', details.url); details.preventDefault() })
        contents.setWindowOpenHandler(({ url }) => { console.log('open', url); return { action: 'deny' } })
      })`),
  )
  const page = await show(double)
  const state = (name: PermissionName) => page.evaluate(async (asked) => (await navigator.permissions.query({ name: asked })).state, name)
  expect([await state('geolocation'), await state('notifications')]).toEqual(['denied', 'granted'])
  await page.evaluate(() => fetch('https://elsewhere.example/a').catch(() => {}))
  await page.evaluate(() => void window.open('https://elsewhere.example/b'))
  await expect.poll(() => double.said()).toBe('open https://elsewhere.example/b\n')
  await page.evaluate(download)
  await expect.poll(() => double.said()).toMatch(/\ndownload\n$/)
  await page.evaluate(() => void (location.href = 'https://elsewhere.example/c'))
  await expect.poll(() => double.said()).toMatch(/\nto https:\/\/elsewhere.example\/c\n$/)
  const { network, failures, downloads } = await double.look()
  expect([network, failures, downloads, page.url()]).toEqual([[], [], [], 'https://app-tenpack.test/'])
})

test('its key store opens what it sealed, on the same computer only', { tag }, async ({ run }) => {
  const { ended } = run(
    whenReady(`
      const sealed = await safeStorage.encryptStringAsync('a key')
      const { result } = await safeStorage.decryptStringAsync(sealed)
      console.log(safeStorage.getSelectedStorageBackend(), result, sealed.toString('latin1').includes('a key'))
      sealed[15] ^= 1
      await safeStorage.decryptStringAsync(sealed).catch(() => console.log('shut'))
      app.exit(0)`),
    { keyRing: 'basic_text' },
  )
  expect((await ended).said).toBe('basic_text a key false\nshut\n')
})
