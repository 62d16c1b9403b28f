// Puts the desktop app together: the practice, the channel, the pages, the menu and the window. What can't be helped from
// here is said in a dialog, and the app ends.

import { join } from 'node:path'
import { app, dialog, ipcMain, safeStorage, shell } from 'electron'
import { findPractice } from '../../db/queries/practice.ts'
import { bugReport, type Log } from '../bugs.ts'
import { placesTrouble, TOLD_EXIT, whyNotOpen } from '../cannot-open.ts'
import { makeClock } from '../clock.ts'
import type { DesktopOptions } from '../desktop-options.ts'
import { makeFileHandler } from '../files.ts'
import { makeIpcDoor, ORIGIN } from '../ipc.ts'
import { type OpenPractice, openPractice } from '../open-practice.ts'
import { startSample } from '../start-sample.ts'
import { setMenu } from './app-menu.ts'
import { serveScheme } from './app-scheme.ts'
import { makeBugLog } from './bug-log.ts'
import { desktopPages, devServer } from './desktop-pages.ts'
import { prepareLeaving } from './leaving.ts'
import { makeKeyPlace } from './key-place.ts'
import { lockDown } from './lockdown.ts'
import { type MainWindow, openMainWindow } from './main-window.ts'
import { makePaper } from './paper.ts'
import { openSealedKeys } from './sealed-keys.ts'
import { makeUpdates } from './updater.ts'
import { makeVault } from './vault.ts'

export interface DesktopParts {
  options: DesktopOptions
  data: string
  config: string
}

const BUILT = import.meta.dirname // out/main
const FONTS = join(BUILT, '../../resources/fonts')
const PUBLIC_KEY = join(BUILT, '../../resources/updates/public.pem')
const PRELOAD = join(BUILT, '../preload/preload.cjs')

let main: MainWindow | undefined

/** For a second start: the window that is there comes to the front. */
export function focusWindow(): void {
  if (!main) return
  if (main.window.isMinimized()) main.window.restore()
  main.window.show()
  main.window.focus()
}

export async function startDesktop({ options, data, config }: DesktopParts): Promise<void> {
  const packaged = app.isPackaged
  const clock = makeClock({ packaged })
  const log = makeLog(config, packaged)
  const onBug = (error: unknown, where = 'desktop app') => log(bugReport(error, where, clock().instant), error)
  endOnFault(onBug)

  const paper = makePaper({ window: () => main?.window })
  const keys = join(config, 'keys')
  const vault = makeVault(safeStorage)
  const unsealed = await openSealedKeys(keys, vault)
  const keyPlace = (salt: string) => makeKeyPlace(keys, salt, vault)
  const updates = makeUpdates({ window: () => main?.window, publicKeyFile: PUBLIC_KEY, onBug: (error) => onBug(error, 'updates') })
  const opening = () => openPractice({ data, config, clock, log, strict: false, fonts: FONTS, paper, unsealed, keyPlace, updates })
  const practice = await open(opening, { data, config })
  if (!practice) return
  await practice.keyPlace.settle().catch(onBug) // the key is where it was, and the practice is open
  if (options.unsealKey) await unsealKey(practice)
  const { app: served, sessions, documents, lock } = practice

  lockDown(devServer())
  const files = makeFileHandler({ pages: desktopPages(join(BUILT, '../renderer'), devServer()), documents, sessions })
  serveScheme({ files, sessionId: () => main?.sessionId, onBug })
  const sessionOf = (contentsId: number) => (main?.window.webContents.id === contentsId ? main.sessionId : undefined)
  const answer = makeIpcDoor({ dispatch: served.dispatch, sessionOf })
  ipcMain.handle('call', (event, text: unknown) => answer(event, text))

  const leaving = prepareLeaving({
    close: async () => {
      paper.letGo()
      await practice.close()
    },
    onBug,
  })
  const openWindow = () => {
    main = openMainWindow({
      preload: PRELOAD,
      stateFile: join(config, 'window.json'),
      devTools: !packaged,
      mayAsk: leaving.mayAsk,
      onBug: (error) => onBug(error, 'window'),
      onClosed: (sessionId) => {
        main = undefined
        sessions.signOut(sessionId)
      },
    })
    leaving.watch(main.window)
  }
  setMenu({ platform: process.platform, packaged, run: (id) => main?.window.webContents.send('command', id) })
  await served.keepDay()
  if ((await findPractice(served.db()))?.checkForUpdates === 1) updates.setChecking(true)
  if (options.sample) await startSample(practice, () => {})
  lock.tell(ORIGIN)
  openWindow()
  app.on('activate', () => (main ? focusWindow() : openWindow()))
}

/** Undefined: the person was told why not, and the app ends. */
async function open(
  opening: () => OpenPractice | { runningAt: string },
  places: { data: string; config: string },
): Promise<OpenPractice | undefined> {
  try {
    const trouble = placesTrouble(places)
    if (trouble !== undefined) return end(trouble)
    const opened = opening()
    if (!('runningAt' in opened)) return opened
    await tellRunning(opened.runningAt)
    return undefined
  } catch (error) {
    const why = whyNotOpen(error, places)
    if (why === undefined) throw error
    return end(why)
  }
}

async function unsealKey({ keyPlace }: OpenPractice): Promise<void> {
  try {
    await keyPlace.unseal()
    process.stdout.write('The key of this practice is in its file again.\n')
  } catch (error) {
    dialog.showErrorBox('Tenpack', error instanceof Error ? error.message : String(error))
  }
}

function end(why: string): undefined {
  process.stderr.write(`Tenpack can’t start.\n${why}\n`)
  dialog.showErrorBox('Tenpack can’t start', why)
  app.exit(TOLD_EXIT)
  return undefined
}

/** The other one is the web host, or a desktop app that was told another way to the same folder. */
async function tellRunning(address: string): Promise<void> {
  const inBrowser = address.startsWith('http://')
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: 'Tenpack is open already with this practice.',
    detail: inBrowser ? 'It runs in the browser of this computer.' : 'Close it there first.',
    buttons: inBrowser ? ['Open it there', 'Close'] : ['Close'],
    cancelId: inBrowser ? 1 : 0,
    noLink: true,
  })
  if (inBrowser && response === 0) await shell.openExternal(address)
  app.exit(TOLD_EXIT)
}

/** The file holds what bugs.ts allows; the error itself is shown only in a developer's terminal. */
function makeLog(config: string, packaged: boolean): Log {
  const write = makeBugLog(join(config, 'logs'))
  return (report, error) => {
    write(report)
    if (!packaged) console.error(report.reference, error)
  }
}

/** A fault that nobody caught: what was saved is safe, and going on in an unknown state is not. */
function endOnFault(onBug: (error: unknown) => void): void {
  const fail = (error: unknown) => {
    onBug(error)
    dialog.showErrorBox('Tenpack has to close', 'A fault in Tenpack was written down. What was saved is safe; start Tenpack again.')
    app.exit(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
