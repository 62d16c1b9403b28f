// Stands in for the module `electron` in tests of the shell: it keeps what it was given, and lets a test play the system and
// the person. It has no page and no sandbox; what the built app does in a window is shown elsewhere.

import { EventEmitter } from 'node:events'

type Handler = (...args: never[]) => unknown

class App extends EventEmitter {
  quits = 0
  exits: number[] = []
  name = 'Tenpack'
  quit = () => void this.quits++
  exit = (code = 0) => void this.exits.push(code)
  getPath = () => played.documents
}

class Contents extends EventEmitter {
  id: number
  url = ''
  crashes = 0
  open: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  print = (_options: object, done: (success: boolean, why: string) => void): void => void (played.printed = done)
  constructor(id: number) {
    super()
    this.id = id
    app.emit('web-contents-created', {}, this)
  }
  getURL = () => this.url
  setWindowOpenHandler = (open: Contents['open']) => void (this.open = open)
  forcefullyCrashRenderer = () => void this.crashes++
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  static fromWebContents = (contents: Contents) => BrowserWindow.all.find((w) => w.webContents === contents) ?? null
  webContents = new Contents(BrowserWindow.all.length + 1)
  loaded: string[] = []
  shown = false
  destroyed = false
  options: { webPreferences: Record<string, unknown> } & Record<string, unknown>
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
  }
  loadURL = async (url: string) => {
    if (played.loadFails) throw Object.assign(new Error(played.loadFails), { code: played.loadFails })
    this.loaded.push(url)
    this.webContents.url = url
  }
  show = () => void (this.shown = true)
  close = () => {
    this.emit('close')
    this.destroy()
  }
  destroy = () => {
    this.destroyed = true
    this.emit('closed')
  }
  isDestroyed = () => this.destroyed
  isMaximized = () => false
  maximize = () => {}
  setMenu = () => {}
  getNormalBounds = () => ({ x: 5, y: 6, width: 1000, height: 700 })
}

/** What a test sets, and what it looks at afterwards. */
export const played = {
  documents: '',
  /** What the person answers, in turn: the number of a button, or a path. */
  answers: [] as (number | string | null | Promise<never>)[],
  asked: [] as { message?: string; detail?: string; defaultPath?: string; buttons?: string[] }[],
  opened: [] as string[],
  printed: undefined as ((success: boolean, why: string) => void) | undefined,
  loadFails: null as 'ERR_FAILED' | 'ERR_ABORTED' | null,
  menu: [] as { label?: string; role?: string; submenu?: unknown }[],
  handlers: new Map<string, Handler>(),
  schemes: [] as object[],
}

const ask = (options: object): number => {
  played.asked.push(options)
  return Number(played.answers.shift() ?? 0)
}
export const dialog = {
  showMessageBox: async (...args: object[]) => ({ response: ask(args.at(-1)!) }),
  showMessageBoxSync: (...args: object[]) => ask(args.at(-1)!),
  showSaveDialog: async (_window: object, options: object) => {
    played.asked.push(options)
    const filePath = await played.answers.shift()
    return { canceled: filePath === null, filePath }
  },
  showErrorBox: (title: string, detail: string) => void played.asked.push({ message: title, detail }),
}

class Session extends EventEmitter {
  setPermissionRequestHandler = (h: Handler) => void played.handlers.set('request', h)
  setPermissionCheckHandler = (h: Handler) => void played.handlers.set('check', h)
  setDevicePermissionHandler = (h: Handler) => void played.handlers.set('device', h)
  setSpellCheckerEnabled = (on: boolean) => void played.handlers.set('spelling', () => on)
  webRequest = { onBeforeRequest: (_filter: object, h: Handler) => void played.handlers.set('network', h) }
}

export const app = new App()
export const session = { defaultSession: new Session() }
export const powerMonitor = new EventEmitter()
export const nativeTheme = { shouldUseDarkColors: true }
const display = { workArea: { x: 0, y: 0, width: 1366, height: 728 } }
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
export const shell = { openExternal: async (address: string) => void played.opened.push(address) }
export const protocol = {
  registerSchemesAsPrivileged: (schemes: object[]) => void played.schemes.push(...schemes),
  handle: (scheme: string, h: Handler) => void played.handlers.set(scheme, h),
}
export const Menu = {
  buildFromTemplate: (template: (typeof played)['menu']) => template,
  setApplicationMenu: (menu: (typeof played)['menu']) => void (played.menu = menu),
}
