// Electron's `app`: ready only once main was evaluated, one instance a folder, and an end that asks every window first.

import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '../../../support/chromium.ts'
import { beforeReady, played, preventable, strict } from './played.ts'

interface Closable {
  requestClose(): Promise<boolean>
  destroy(): void
}

class App extends EventEmitter {
  name = 'Electron'
  isPackaged = process.env['DOUBLE_PACKAGED'] === '1'
  /** Electron's own list; the windows put themselves in. */
  windows: Closable[] = []
  private starting: Promise<void> | undefined
  private lockFile: string | undefined
  private isQuitting = false

  constructor() {
    super()
    void this.whenReady().then(() => this.emit('ready'))
  }

  whenReady = (): Promise<void> => (this.starting ??= this.start())

  private async start(): Promise<void> {
    await played.mainEvaluated.promise
    const executablePath = findChromium()
    const port = process.env['DOUBLE_PORT']
    played.browser = await chromium.launch({
      args: [...CHROMIUM_ARGS, ...(port ? [`--remote-debugging-port=${port}`] : [])],
      ...(executablePath === undefined ? {} : { executablePath }),
    })
    played.context = await played.browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'en-GB',
      timezoneId: 'America/Toronto',
      ignoreHTTPSErrors: true,
    })
    played.isReady = true
  }

  setName = (name: string): void => void (this.name = name)
  getVersion = (): string => (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  getAppPath = (): string => process.cwd()
  enableSandbox = (): void => beforeReady('app.enableSandbox')

  setPath = (name: string, path: string): void => {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} is not there`)
    played.paths.set(name, path)
  }
  getPath = (name: string): string => {
    const path = played.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  /** By a file in the folder of this instance; the first one hears of a second by a change beside it. */
  requestSingleInstanceLock = (): boolean => {
    const file = join(this.getPath('userData'), 'double.lock')
    const bell = `${file}.second`
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    if (holder && isAlive(holder)) {
      writeFileSync(bell, String(process.pid))
      return false
    }
    writeFileSync(file, String(process.pid))
    this.lockFile = file
    watch(this.getPath('userData'), (_kind, name) => {
      if (name === 'double.lock.second' && existsSync(bell)) {
        rmSync(bell, { force: true })
        this.emit('second-instance', {}, [], '')
      }
    }).unref()
    return true
  }

  /** Asks each window; one that stays keeps the app. Then 'will-quit' may hold it up until it is asked again. */
  quit = (): void => void this.quitting()
  private async quitting(): Promise<void> {
    const before = preventable()
    this.emit('before-quit', before.event)
    if (before.prevented()) return
    this.isQuitting = true
    for (const window of this.windows) {
      if (await window.requestClose()) continue
      this.isQuitting = false
      return
    }
    const will = preventable()
    this.emit('will-quit', will.event)
    if (!will.prevented()) await this.end(0)
  }

  /** Called by a window that went. */
  windowClosed(): void {
    if (this.windows.length > 0 || this.isQuitting) return
    if (this.listenerCount('window-all-closed') === 0) this.quit()
    else this.emit('window-all-closed')
  }

  exit = (code = 0): void => {
    for (const window of this.windows) window.destroy()
    void this.end(code)
  }

  private async end(code: number): Promise<void> {
    this.emit('quit', {}, code)
    if (this.lockFile) rmSync(this.lockFile, { force: true })
    await played.browser?.close()
    process.exit(code)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export const app = strict('app', new App())
