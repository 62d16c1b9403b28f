// Electron's `BrowserWindow`: only after ready, only sandboxed, isolated and without Node, closed in Electron's order, and of
// no use once it is destroyed.

import { bareApp, windows } from './app.ts'
import { fail, mustBeReady } from './stage.ts'
import { knownOptions, strict, StrictEmitter, words } from './strict.ts'
import { makeContents, type WebContents } from './web-contents.ts'

interface Preferences {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  webSecurity?: boolean
  plugins?: boolean
}
interface Options {
  x?: number
  y?: number
  width?: number
  height?: number
  show?: boolean
  title?: string
  webPreferences?: Preferences
}

const OPTIONS = words(`
  x y width height minWidth minHeight show title backgroundColor webPreferences parent modal autoHideMenuBar icon
  center resizable fullscreenable
`)
const PREFERENCES = ['preload', 'sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'plugins', 'spellcheck', 'devTools']
const EVENTS = words(`
  ready-to-show show hide close closed focus blur maximize unmaximize minimize restore resize move responsive
  unresponsive session-end query-session-end page-title-updated
`)
/** What may still be asked of a window that is gone. */
const AFTER_THE_END = ['isDestroyed', 'emit', 'removeListener', 'off', 'removeAllListeners', 'listenerCount']

const all: BrowserWindow[] = []
let last = 0

export class BrowserWindow extends StrictEmitter {
  readonly id = ++last
  readonly webContents: WebContents
  private readonly contents: WebContents
  private readonly size: { x: number; y: number; width: number; height: number }
  private state = { isDestroyed: false, isClosing: false, isShown: true, isMaximized: false, isMinimized: false, wasReady: false }

  constructor(options: Options = {}) {
    super('BrowserWindow', EVENTS)
    mustBeReady('A BrowserWindow')
    knownOptions('A BrowserWindow', options, OPTIONS)
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
    checkPreferences(webPreferences)
    this.size = { x, y, width, height }
    this.state.isShown = show
    const { preload, plugins = false } = webPreferences
    const facade = strict<BrowserWindow>('BrowserWindow', this, (member) => {
      if (this.state.isDestroyed && !AFTER_THE_END.includes(member)) throw fail(`BrowserWindow.${member}: Object has been destroyed`)
    })
    all.push(facade)
    windows.all.push(facade)
    const onPageClosed = () => this.gone(facade)
    this.contents = makeContents({ plugins, onPageClosed, ...(preload === undefined ? {} : { preload }) })
    this.webContents = this.contents.facade
    bareApp.emit('browser-window-created', {}, facade)
    return facade
  }
  static getAllWindows = () => [...all]
  static fromWebContents = (contents: WebContents) => all.find((window) => window.webContents === contents) ?? null

  loadURL = async (url: string) => {
    await this.contents.load(url)
    if (!this.state.wasReady) this.emit('ready-to-show')
    this.state.wasReady = true
  }
  close = () => {
    const { state } = this
    if (state.isClosing || state.isDestroyed) return
    if (this.ask('close')) return bareApp.doubleOwn.windowStays()
    state.isClosing = true
    void this.contents.close().then((closes) => {
      state.isClosing = false
      if (!closes) bareApp.doubleOwn.windowStays()
      else this.gone(all.find((window) => window.id === this.id))
    })
  }
  destroy = () => {
    const facade = all.find((window) => window.id === this.id)
    this.gone(facade)
    void this.contents.destroy()
  }
  isDestroyed = () => this.state.isDestroyed
  show = () => void (this.state.isShown = true)
  focus = () => {}
  isVisible = () => this.state.isShown
  maximize = () => void (this.state.isMaximized = true)
  isMaximized = () => this.state.isMaximized
  minimize = () => void (this.state.isMinimized = true)
  isMinimized = () => this.state.isMinimized
  restore = () => void (this.state.isMinimized = false)
  setMenu = (_menu: object | null) => {}
  getNormalBounds = () => ({ ...this.size })

  private gone(facade: BrowserWindow | undefined) {
    if (this.state.isDestroyed || !facade) return
    this.state.isDestroyed = true
    all.splice(all.indexOf(facade), 1)
    windows.all.splice(windows.all.indexOf(facade), 1)
    this.emit('closed')
    if (windows.all.length === 0) bareApp.doubleOwn.allWindowsClosed()
  }
}

function checkPreferences(preferences: Preferences): void {
  knownOptions('webPreferences', preferences, PREFERENCES)
  const { sandbox, contextIsolation, nodeIntegration, webSecurity } = preferences
  if (sandbox === false || (sandbox === undefined && !bareApp.isSandboxed)) throw fail('A window without sandbox')
  if (contextIsolation === false) throw fail('A window without context isolation')
  if (nodeIntegration === true) throw fail('A window with Node.js in its page')
  if (webSecurity === false) throw fail('A window without web security')
}
