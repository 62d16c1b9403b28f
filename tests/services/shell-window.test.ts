// The desktop app's window and its end, with a stand-in for Electron: a window that mends itself, and an end that loses nothing.

import { mkdirSync, readFileSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { ORIGIN } from '../../electron/ipc.ts'
import { prepareLeaving } from '../../electron/shell/leaving.ts'
import { makeApp, newKey } from '../support/app.ts'
import { app, type BrowserWindow, played, powerMonitor } from '../support/electron-stand-in.ts'
import { fire, openWindow, startAnew, toElectron } from '../support/shell.ts'

vi.mock('electron', () => import('../support/electron-stand-in.ts'))
startAnew()

const CLIENT = {
  id: null,
  givenName: 'Anna',
  familyName: 'Lee',
  birthDate: null,
  phone: '',
  email: '',
  address: '',
  country: null,
  insurer: '',
  insurerNumber: '',
  notes: '',
}

describe('the window', () => {
  it('is sandboxed and isolated, with a session of its own each time, and signs out when it is closed', () => {
    const one = openWindow()
    const two = openWindow()
    expect(one.window.options.webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
    })
    expect(one.sessionId).toMatch(/^[\w-]{43}$/)
    expect(two.sessionId).not.toBe(one.sessionId)
    expect([one.window.loaded, one.window.shown]).toEqual([[`${ORIGIN}/`], false])
    one.window.emit('ready-to-show')
    expect(one.window.shown).toBe(true)
    one.window.close()
    expect(one.closed).toEqual([one.sessionId])
    expect(JSON.parse(readFileSync(one.stateFile, 'utf8'))).toEqual({ bounds: { x: 5, y: 6, width: 1000, height: 700 }, maximized: false })
  })

  it('closes also where its place can’t be kept', () => {
    const { window, stateFile, bugs, closed } = openWindow()
    mkdirSync(stateFile)
    window.close()
    expect([bugs, closed.length]).toEqual([['Error'], 1])
  })

  it('asks before unsaved work is left, and goes by the answer; not when the computer is going', () => {
    const { page } = openWindow()
    played.answers = [1, 0]
    expect(fire(page, 'will-prevent-unload'), 'Stay').toBe(false)
    expect(fire(page, 'will-prevent-unload'), 'Leave').toBe(true)
    expect(played.asked.map(({ message }) => message)).toEqual(Array(2).fill('Leave without saving?'))

    expect(fire(openWindow({ mayAsk: false }).page, 'will-prevent-unload')).toBe(true)
    expect(played.asked).toHaveLength(2)
  })

  it('is loaded again where it was when its page crashed, and after the third time in a minute only when the person wants', async () => {
    const { window, page, bugs } = openWindow()
    page.url = `${ORIGIN}/calendar?book=new`
    fire(page, 'render-process-gone', {}, { reason: 'clean-exit' })
    for (let n = 0; n < 2; n++) {
      fire(page, 'render-process-gone', {}, { reason: 'crashed' })
      await turn()
      await turn()
    }
    expect(window.loaded).toEqual([`${ORIGIN}/`, ...Array<string>(2).fill(`${ORIGIN}/calendar?book=new`)])
    expect([bugs, played.asked]).toEqual([['PageGone', 'PageGone'], []])

    played.answers = [0, 1]
    fire(page, 'render-process-gone', {}, { reason: 'oom' })
    await turn()
    await turn()
    expect([window.loaded.length, played.asked.length]).toEqual([4, 1])
    fire(page, 'render-process-gone', {}, { reason: 'oom' })
    await turn()
    await turn()
    expect([window.loaded.length, window.destroyed]).toEqual([4, true])
  })

  it('that hangs is waited for or loaded again, as the person says, and asked about once', async () => {
    const { window, page } = openWindow()
    played.answers = [0, 1]
    window.emit('unresponsive')
    window.emit('unresponsive')
    await turn()
    expect([played.asked.length, page.crashes]).toEqual([1, 0])
    window.emit('unresponsive')
    await turn()
    expect([played.asked.length, page.crashes]).toEqual([2, 1])
  })

  it('that can’t be loaded is written down, unless it is only being closed meanwhile', async () => {
    played.loadFails = 'ERR_FAILED'
    const { bugs } = openWindow()
    await turn()
    expect(bugs).toEqual(['Error'])
    played.loadFails = 'ERR_ABORTED'
    const closing = openWindow()
    await turn()
    expect(closing.bugs).toEqual([])
  })
})

describe('the app ends', () => {
  const prepare = (close: () => Promise<void>) => {
    const bugs: unknown[] = []
    return { ...prepareLeaving({ close, onBug: (error) => bugs.push(error) }), bugs }
  }
  const settled = async () => {
    for (let n = 0; n < 5; n++) await turn()
  }

  it('only when the file is closed, which waits for the call under way and keeps what it saved', async () => {
    const made = await makeApp()
    const saving = made.call.clients.save({ ...CLIENT, key: newKey() })
    prepare(made.app.close)
    app.emit('window-all-closed')
    expect(fire(app, 'will-quit'), 'not yet').toBe(true)

    expect(await saving).toMatchObject({ givenName: 'Anna' })
    await vi.waitFor(() => expect(app.quits).toBe(process.platform === 'darwin' ? 1 : 2))
    expect(made.file.open, 'the file').toBe(false)
    expect(fire(app, 'will-quit'), 'now').toBe(false)
  })

  it.each([
    ['a signal', () => process.emit('SIGTERM')],
    ['the computer going down', () => expect(fire(powerMonitor, 'shutdown')).toBe(true)],
    ['the person logging off from Windows', (window: BrowserWindow) => fire(window, 'query-session-end')],
  ])('at %s, without asking anybody', (_what, happen) => {
    const { mayAsk, watch } = prepare(async () => {})
    const { window } = openWindow()
    watch(toElectron(window))
    expect(mayAsk()).toBe(true)
    happen(window)
    expect([mayAsk(), app.quits]).toEqual([false, 1])
  })

  it('closes the file once, at the very end of a session too', async () => {
    let closes = 0
    const { watch } = prepare(async () => void closes++)
    const { window } = openWindow()
    watch(toElectron(window))
    fire(window, 'session-end')
    fire(window, 'session-end')
    fire(app, 'will-quit')
    await settled()
    expect(closes).toBe(1)
  })

  it('with an error when the file could not be closed', async () => {
    const { bugs } = prepare(() => Promise.reject(new Error('The disk is gone')))
    fire(app, 'will-quit')
    await settled()
    expect([bugs.length, app.exits]).toEqual([1, [1]])
  })
})
