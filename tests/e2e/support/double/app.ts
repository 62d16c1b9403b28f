// Electron's `app`: ready only once the main module has been evaluated, the order of events at the end as Electron has it
// (shell/browser/browser.cc), and paths that must be there.

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeSingleLock } from './single-lock.ts'
import { fail, stage } from './stage.ts'
import { strict, StrictEmitter, words } from './strict.ts'

const EVENTS = words(`
  ready will-finish-launching activate second-instance window-all-closed before-quit will-quit quit
  web-contents-created browser-window-created child-process-gone render-process-gone open-file open-url
`)
/** Main is given so long to be evaluated; one that waits for readiness at its top level never is. */
const EVALUATED_WITHIN_MS = 10_000

/** What the ends of the app need of its windows; filled by window.ts. */
export const windows = {
  all: [] as { close: () => void; destroy: () => void }[],
}

class App extends StrictEmitter {
  name = 'Electron'
  isSandboxed = false
  private isQuitting = false
  private isExiting = false
  private readonly paths = new Map<string, string>()
  private ready = Promise.withResolvers<void>()
  private readonly closers: (() => Promise<void>)[] = []
  commandLine = strict('app.commandLine', { appendSwitch: (_name: string, _value?: string) => this.mustBeEarly('A switch') })

  constructor() {
    super('app', EVENTS)
  }
  get isPackaged() {
    return stage.settings.isPackaged
  }
  setName = (name: string) => void (this.name = name)
  getName = () => this.name
  getVersion = () => (JSON.parse(readFileSync(join(stage.settings.appPath, 'package.json'), 'utf8')) as { version: string }).version
  getAppPath = () => stage.settings.appPath
  getLocale = () => 'en-GB'
  isReady = () => stage.isReady
  whenReady = () => this.ready.promise
  enableSandbox = () => {
    this.mustBeEarly('enableSandbox')
    this.isSandboxed = true
  }
  setPath = (name: string, path: string) => {
    if (!existsSync(path)) throw new Error(`Failed to set path '${name}'`)
    this.paths.set(name, path)
  }
  getPath = (name: string): string => {
    const set = this.paths.get(name)
    if (set !== undefined) return set
    if (!['userData', 'documents', 'downloads', 'temp', 'home', 'logs'].includes(name)) throw fail(`app.getPath('${name}') is not known`)
    const usual = join(stage.settings.systemFolder, name)
    mkdirSync(usual, { recursive: true })
    return usual
  }
  requestSingleInstanceLock = () =>
    takeSingleLock(this.getPath('userData'), { argv: process.argv, folder: process.cwd() }, ({ argv, folder }) =>
      this.emit('second-instance', {}, argv, folder),
    )

  quit = () => {
    if (this.isQuitting) return
    this.isQuitting = !this.ask('before-quit')
    if (!this.isQuitting) return
    if (windows.all.length === 0) this.shutDown()
    else for (const window of windows.all.slice()) window.close()
  }
  exit = (code = 0) => {
    this.isExiting = this.isQuitting = true
    for (const window of windows.all.slice()) window.destroy()
    this.end(code)
  }

  /** Not Electron's: the double's own parts. */
  doubleOwn = {
    becomeReady: async (evaluated: Promise<unknown>) => {
      const timer = setTimeout(() => {
        fail('main was not evaluated; does it await readiness at its top level?')
        process.exit(13)
      }, EVALUATED_WITHIN_MS).unref()
      await evaluated
      clearTimeout(timer)
      stage.isReady = true
      this.ready.resolve()
      this.emit('ready', {}, {})
    },
    onEnd: (close: () => Promise<void>) => void this.closers.push(close),
    windowStays: () => void (this.isQuitting = false),
    allWindowsClosed: () => {
      if (this.isExiting) return
      if (this.isQuitting) this.shutDown()
      else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
      else this.quit()
    },
  }

  private mustBeEarly(what: string) {
    if (stage.isReady) throw fail(`${what} after app is ready`)
  }
  private shutDown() {
    if (this.isExiting) return
    if (this.ask('will-quit')) {
      this.isQuitting = false
      return
    }
    this.isExiting = true
    this.end(0)
  }
  private end(code: number) {
    this.emit('quit', {}, code)
    void Promise.allSettled(this.closers.map((close) => close())).then(() => process.exit(code))
  }
}

export const bareApp = new App()
export const app = strict('app', bareApp)
