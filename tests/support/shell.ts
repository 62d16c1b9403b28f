// A window of the desktop app on the stand-in for Electron, and events as Electron hands them out. Whoever uses this says
// `vi.mock('electron', …)` first.

import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openMainWindow } from '../../electron/shell/main-window.ts'
import { app, BrowserWindow, played, powerMonitor, session } from './electron-stand-in.ts'
import { makeFolder } from './folder.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Each test begins with a stand-in that nobody used, and leaves no handler of a signal behind. */
export function startAnew(): void {
  let before: unknown[][] = []
  beforeEach(() => {
    before = SIGNALS.map((signal) => process.listeners(signal))
    for (const one of [app, powerMonitor, session.defaultSession]) one.removeAllListeners()
    Object.assign(app, { quits: 0, exits: [] })
    Object.assign(played, { answers: [], asked: [], opened: [], printed: undefined, loadFails: null })
    BrowserWindow.all.length = 0
  })
  afterEach(() =>
    SIGNALS.forEach((signal, i) => {
      for (const listener of process.listeners(signal)) if (!before[i]?.includes(listener)) process.off(signal, listener)
    }),
  )
}

/** Whether the event was prevented. */
export function fire(
  on: { emit: (name: string, ...args: unknown[]) => boolean },
  name: string,
  more: object = {},
  ...args: unknown[]
): boolean {
  let isPrevented = false
  on.emit(name, { ...more, preventDefault: () => (isPrevented = true) }, ...args)
  return isPrevented
}

/** What the handler of that name says. */
export const asked = (name: string, ...args: unknown[]): unknown => (played.handlers.get(name) as (...args: unknown[]) => unknown)(...args)

export function openWindow({ mayAsk = true } = {}) {
  const bugs: string[] = []
  const closed: string[] = []
  const folder = makeFolder()
  const stateFile = join(folder, 'window.json')
  const { window, sessionId } = openMainWindow({
    preload: '/preload.cjs',
    stateFile,
    devTools: false,
    mayAsk: () => mayAsk,
    onBug: (error) => bugs.push(error.name),
    onClosed: (id) => closed.push(id),
  })
  const shown = window as unknown as BrowserWindow
  return { window: shown, page: shown.webContents, sessionId, bugs, closed, stateFile }
}

/** As the shell takes it. */
export const toElectron = (window: BrowserWindow) => window as unknown as ReturnType<typeof openMainWindow>['window']
