// What the desktop app lets a page do, with a stand-in for Electron: everything is refused that Tenpack does not need. And what
// it does for a page: our own addresses, papers that are whole or not there, and the menu.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { ORIGIN } from '../../electron/ipc.ts'
import { setMenu } from '../../electron/shell/app-menu.ts'
import { registerScheme, serveScheme } from '../../electron/shell/app-scheme.ts'
import { lockDown } from '../../electron/shell/lockdown.ts'
import { makePaper } from '../../electron/shell/paper.ts'
import { BrowserWindow, played, session } from '../support/electron-stand-in.ts'
import { makeFolder } from '../support/folder.ts'
import { asked, fire, openWindow, startAnew, toElectron } from '../support/shell.ts'

vi.mock('electron', () => import('../support/electron-stand-in.ts'))
startAnew()

describe('a page', () => {
  it('may go to our own addresses and to no other', () => {
    lockDown(undefined)
    const { page } = openWindow()
    expect(fire(page, 'will-navigate', { url: `${ORIGIN}/clients/5` })).toBe(false)
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://other/',
      'data:text/html,x',
      'javascript:alert(1)',
      'about:blank',
    ])
      expect(fire(page, 'will-navigate', { url }), url).toBe(true)
  })

  it('gets no webview, no permission, no device, no download, and no spelling from the internet', () => {
    lockDown(undefined)
    const { page } = openWindow()
    expect(fire(page, 'will-attach-webview')).toBe(true)
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem'])
      asked('request', page, permission, (granted: boolean) => expect(granted, permission).toBe(false))
    expect(asked('check', page, 'media')).toBe(false)
    expect(asked('device', {})).toBe(false)
    expect(fire(session.defaultSession, 'will-download')).toBe(true)
    expect(asked('spelling')).toBe(false)
    expect.assertions(11)
  })

  it('reaches no network; while developing, only the server of the screens', () => {
    const isCancelled = (url: string): boolean => {
      let cancelled = false
      asked('network', { url }, ({ cancel }: { cancel: boolean }) => (cancelled = cancel))
      return cancelled
    }
    lockDown(undefined)
    for (const url of ['https://example.org/', 'http://127.0.0.1:5173/', 'wss://example.org/']) expect(isCancelled(url)).toBe(true)
    lockDown('http://127.0.0.1:5173')
    expect(isCancelled('ws://127.0.0.1:5173/?token=a')).toBe(false)
    for (const url of ['https://example.org/', 'http://127.0.0.1:4100/', 'http://127.0.0.1:5173.example.org/'])
      expect(isCancelled(url)).toBe(true)
  })

  it('opens no window; an https address goes to the browser of the computer once the person said so', async () => {
    lockDown(undefined)
    const { page } = openWindow()
    for (const url of ['http://example.org/', 'file:///etc/passwd', `${ORIGIN}/`, 'ms-settings:'])
      expect(page.open({ url })).toEqual({ action: 'deny' })
    await turn()
    expect([played.asked, played.opened]).toEqual([[], []])

    played.answers = [1, 0]
    expect(page.open({ url: 'https://example.org/a' })).toEqual({ action: 'deny' })
    expect(page.open({ url: 'https://example.org/b' }), 'a second one while the first is asked').toEqual({ action: 'deny' })
    await turn()
    expect(played.opened).toEqual([])
    page.open({ url: 'https://example.org/c' })
    await turn()
    expect(played.asked.map(({ message }) => message)).toEqual(Array(2).fill('Open example.org in your browser?'))
    expect(played.opened).toEqual(['https://example.org/c'])
  })
})

describe('a paper', () => {
  const paper = {
    documentId: 'id-1',
    contentType: 'application/pdf',
    fileName: '2026-11-21 Usage statement – Lee, Anna.pdf',
    bytes: new Uint8Array([37, 80, 68, 70]),
  }
  const prepare = () => {
    played.documents = makeFolder()
    const { window } = openWindow()
    return { window, folder: played.documents, ...makePaper({ window: () => toElectron(window) }) }
  }

  it('is saved where the person says, under the name that sorts, in the place of what they agreed to replace', async () => {
    const { save, folder } = prepare()
    const path = join(folder, paper.fileName)
    writeFileSync(path, 'an older one')
    played.answers = [path]
    expect(await save(paper)).toBe('done')
    expect(played.asked[0]!.defaultPath).toBe(path)
    expect(readFileSync(path, 'latin1')).toBe('%PDF')
  })

  it('is not saved when the person cancels, or when the app ends while they are asked', async () => {
    const { save, letGo, folder } = prepare()
    played.answers = [null, new Promise<never>(() => {})]
    expect(await save(paper)).toBe('cancelled')
    const waiting = save(paper)
    letGo()
    expect(await waiting).toBe('cancelled')
    expect(existsSync(join(folder, paper.fileName))).toBe(false)
  })

  it('that can’t be written there is refused with the reason', async () => {
    const { save, folder } = prepare()
    played.answers = [join(folder, 'nowhere', 'a.pdf')]
    await expect(save(paper)).rejects.toMatchObject({ code: 'document.notSaved', details: { why: 'nothing can be written there' } })
  })

  it('is printed from a window of its own that holds no channel, closed when the dialog was', async () => {
    for (const [success, why] of [
      [true, ''],
      [false, 'Print job canceled'],
    ] as const) {
      const { print } = prepare()
      expect(await print(paper)).toBe('done')
      const view = BrowserWindow.all.at(-1)!
      expect(view.loaded).toEqual([`${ORIGIN}/documents/id-1`])
      expect(view.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
      expect(view.options.webPreferences).not.toHaveProperty('preload')
      await vi.waitFor(() => expect(played.printed).toBeDefined())
      played.printed!(success, why)
      played.printed = undefined
      expect(view.destroyed).toBe(true)
    }
  })

  it('stays in sight, with the viewer’s own button, when the dialog did not come', async () => {
    const { print } = prepare()
    await print(paper)
    await vi.waitFor(() => expect(played.printed).toBeDefined())
    played.printed!(false, 'Invalid printer settings')
    expect(BrowserWindow.all.at(-1)!.destroyed).toBe(false)
  })

  it('that can’t be shown is refused, and its window goes', async () => {
    const { print } = prepare()
    played.loadFails = 'ERR_FAILED'
    await expect(print(paper)).rejects.toMatchObject({ code: 'document.notPrinted' })
    expect(BrowserWindow.all.at(-1)!.destroyed).toBe(true)
    await pause(500)
    expect(played.printed, 'nothing is printed from a window that is gone').toBeUndefined()
  })
})

describe('our scheme', () => {
  it('has no more rights than a page of the web', () => {
    registerScheme()
    expect(played.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  })

  it('serves our pages to our window, and nothing else to anybody', async () => {
    const bugs: unknown[] = []
    let sessionId: string | undefined = 'window'
    const files = async (request: Request, id: string) => {
      if (request.url.endsWith('/broken')) throw new Error('broken')
      return new Response(`${id} ${request.url}`)
    }
    serveScheme({ files, sessionId: () => sessionId, onBug: (error) => bugs.push(error) })
    const get = async (url: string) => asked('app', new Request(url)) as Promise<Response>
    expect(await (await get(`${ORIGIN}/clients`)).text()).toBe(`window ${ORIGIN}/clients`)
    expect((await get('app://other/clients')).status).toBe(404)
    const broken = await get(`${ORIGIN}/broken`)
    expect([broken.status, await broken.text(), bugs.length]).toEqual([500, 'A fault in Tenpack.\n', 1])
    sessionId = undefined
    expect((await get(`${ORIGIN}/clients`)).status).toBe(404)
  })
})

it('the menu sends our commands to the page, leaves their keys to it, and offers no tools of a developer when packaged', () => {
  const ran: string[] = []
  setMenu({ platform: 'linux', packaged: true, run: (id) => ran.push(id) })
  const items = played.menu.flatMap(({ submenu }) => (submenu ?? []) as Record<string, unknown>[])
  for (const item of items) (item['click'] as (() => void) | undefined)?.()
  expect(ran).toEqual(['book', 'copy', 'lock', 'search', 'calendar', 'clients', 'packages', 'sales', 'settings'])
  expect(items.filter((item) => item['accelerator'] !== undefined).every((item) => item['registerAccelerator'] === false)).toBe(true)
  expect(items.some((item) => item['role'] === 'toggleDevTools' || item['role'] === 'reload')).toBe(false)
  expect(played.menu.map(({ role, label }) => role ?? label)).toEqual(['Practice', 'editMenu', 'Go', 'View', 'windowMenu', 'Help'])
  setMenu({ platform: 'darwin', packaged: true, run: () => {} })
  expect(played.menu[0]).toEqual({ role: 'appMenu' })
})
