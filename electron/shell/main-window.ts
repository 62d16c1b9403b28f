// The one window: sandboxed, shown when it is drawn, where it was last time. A page that crashed or hangs is loaded again;
// the window's session, and with it the drafts of its forms, goes on.

import { randomBytes } from 'node:crypto'
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { isOurPage, ORIGIN } from '../ipc.ts'
import { placeFor, readWindowState, SMALLEST, writeWindowState } from './window-state.ts'

export interface WindowParts {
  preload: string
  /** Where its place on the screen is kept. */
  stateFile: string
  devTools: boolean
  /** A person is asked before unsaved work is left, unless the computer itself is going. */
  mayAsk: () => boolean
  onBug: (what: Error) => void
  onClosed: (sessionId: string) => void
}

export interface MainWindow {
  window: BrowserWindow
  /** As random as the cookie of the web host. */
  sessionId: string
}

/** So many crashes within so long, and the person is asked before the page is loaded once more. */
const CRASHES = { most: 3, withinMs: 60_000 }
const PAPER = { light: '#faf8f5', dark: '#161917' }

export function openMainWindow(parts: WindowParts): MainWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const { bounds, maximized } = placeFor(readWindowState(parts.stateFile), areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Tenpack',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: parts.devTools,
    },
  })
  const sessionId = randomBytes(32).toString('base64url')
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () => keepState(window, parts))
  window.on('closed', () => parts.onClosed(sessionId))
  window.webContents.on('will-prevent-unload', (event) => {
    if (!parts.mayAsk() || leavesUnsaved(window)) event.preventDefault() // which here means: let it go
  })
  mendPage(window, parts)
  void load(window, `${ORIGIN}/`, parts)
  return { window, sessionId }
}

/** Loading fails only where the app itself is broken or the window is being closed meanwhile; the first is written down. */
async function load(window: BrowserWindow, address: string, { onBug }: Pick<WindowParts, 'onBug'>): Promise<void> {
  try {
    await window.loadURL(address)
  } catch (error) {
    const wasAborted = error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED'
    if (!wasAborted && !window.isDestroyed()) onBug(error instanceof Error ? error : new Error(String(error)))
  }
}

function keepState(window: BrowserWindow, { stateFile, onBug }: WindowParts): void {
  try {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  } catch (error) {
    onBug(error instanceof Error ? error : new Error(String(error))) // no reason to keep the window open
  }
}

/** Electron waits for the answer here, so the question must be the kind that waits too. */
function leavesUnsaved(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: 'Leave without saving?',
    detail: 'What you changed here is not saved yet.',
    buttons: ['Leave', 'Stay'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return answer === 0
}

function mendPage(window: BrowserWindow, parts: WindowParts): void {
  const crashes: number[] = []
  const loadAgain = () => {
    if (window.isDestroyed()) return
    const address = window.webContents.getURL() // where the person was, with the drawer that stood open
    void load(window, isOurPage(address) ? address : `${ORIGIN}/`, parts)
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    parts.onBug(new PageGone(reason))
    const now = performance.now()
    crashes.push(now)
    const recent = crashes.filter((at) => now - at < CRASHES.withinMs).length
    // Not within the event: the page's process is only just going.
    setImmediate(() => (recent < CRASHES.most ? loadAgain() : void askToLoadAgain(window, loadAgain)))
  })
  let asking = false
  window.on('unresponsive', () => {
    if (asking) return
    asking = true
    void offerToEndHang(window).finally(() => (asking = false))
  })
}

async function askToLoadAgain(window: BrowserWindow, loadAgain: () => void): Promise<void> {
  if (window.isDestroyed()) return
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'Tenpack’s window failed several times.',
    detail: 'What was saved is safe. Load the window once more, or close it and start Tenpack again.',
    buttons: ['Load again', 'Close'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) loadAgain()
  else if (!window.isDestroyed()) window.destroy()
}

async function offerToEndHang(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Tenpack’s window does not answer.',
    detail: 'What was saved is safe. If you load the window again, what stands in an unsaved form is offered again.',
    buttons: ['Wait', 'Load again'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer() // and then as after a crash
}

class PageGone extends Error {
  override readonly name = 'PageGone'
  readonly code: string
  constructor(reason: string) {
    super(reason)
    this.code = reason
  }
}
