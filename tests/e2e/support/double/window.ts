// Electron's BrowserWindow as a real Chromium page. Its scheme is served at an https address that stands for it, so that the
// page is a secure context; the channel is a binding, and the preload runs before the page's own scripts.

import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page, Request as PageRequest, Route } from '@playwright/test'
import { app } from './app.ts'
import { openChannel, type SenderFrame } from './channel.ts'
import { afterReady, overChannel, played, preventable, strict } from './played.ts'
import { ipcMain, protocol, session } from './pieces.ts'
import { preloadScript } from './preload-script.ts'
import { ownAddress, standIn } from './stand-in.ts'

interface Options {
  width?: number
  height?: number
  show?: boolean
  title?: string
  webPreferences?: Record<string, unknown>
}

const DANGEROUS = {
  sandbox: false,
  contextIsolation: false,
  webSecurity: false,
  nodeIntegration: true,
  webviewTag: true,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

class Contents extends EventEmitter {
  readonly id: number
  readonly window: Window
  open: OpenHandler = () => ({ action: 'allow' })
  constructor(window: Window, id: number) {
    super()
    this.window = window
    this.id = id
  }
  getURL = (): string => ownAddress(this.window.page?.url() ?? this.window.lastAddress)
  setWindowOpenHandler = (open: OpenHandler): void => void (this.open = open)
  send = (channel: string, ...args: unknown[]): void => {
    overChannel(args)
    const { page } = this.window
    void page
      ?.evaluate(([name, sent]) => (globalThis as unknown as Heard).doubleHear(name, sent), [channel, args] as const)
      .catch(unlessGone(page))
  }
  forcefullyCrashRenderer = (): void => void this.window.crash()
  print = (_options: object, done: (success: boolean, why: string) => void): void => {
    played.printed.push(this.getURL())
    process.send?.({ told: 'printed', url: this.getURL() })
    done(true, '')
  }
}
interface Heard {
  doubleHear: (channel: string, args: unknown[]) => void
}

let made = 0

export class Window extends EventEmitter {
  page: Page | undefined
  readonly options: Options
  readonly webContents: Contents
  private isGone = false
  private isShown: boolean
  private isMax = false
  /** What its contents showed before they crashed. */
  lastAddress = ''
  /** A page that crashed keeps its session storage in Electron, where the same contents go on. */
  private kept: string | undefined

  static all: Window[] = []
  static getAllWindows = (): Window[] => Window.all
  static fromWebContents = (contents: Contents): Window | null => Window.all.find((window) => window.webContents === contents) ?? null

  constructor(options: Options = {}) {
    super()
    afterReady('BrowserWindow')
    for (const [name, value] of Object.entries(DANGEROUS))
      if (options.webPreferences?.[name] === value) throw new Error(`A window with ${name}: ${value}`)
    if (options.webPreferences?.['sandbox'] !== true || options.webPreferences['contextIsolation'] !== true)
      throw new Error('A window that does not say sandbox and contextIsolation')
    this.options = options
    this.isShown = options.show ?? true
    this.webContents = strict('webContents', new Contents(this, ++made))
    Window.all.push(this)
    app.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  loadURL = async (address: string): Promise<void> => {
    this.page ??= await this.openPage()
    const response = await this.page.goto(standIn(address))
    if (response && response.status() >= 400) throw Object.assign(new Error(`ERR_FAILED (-2) loading '${address}'`), { code: 'ERR_FAILED' })
    this.emit('ready-to-show')
    this.webContents.emit('did-frame-finish-load', {}, true)
  }

  private async openPage(): Promise<Page> {
    const page = await played.context!.newPage()
    await page.route('**/*', (route) => served(route).catch(unlessGone(page)))
    await openChannel(page, (channel, args, frame) => this.asked(channel, args, frame))
    if (this.kept !== undefined) await page.addInitScript(restoreStorage, this.kept)
    const preload = this.options.webPreferences?.['preload']
    if (typeof preload === 'string') await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')))
    page.on('dialog', (asks) => {
      if (asks.type() !== 'beforeunload') return
      const unload = preventable()
      this.webContents.emit('will-prevent-unload', unload.event)
      void (unload.prevented() ? asks.accept() : asks.dismiss())
    })
    page.on('crash', () => {
      this.page = undefined
      this.lastAddress = page.url()
      void page.close().catch(() => undefined)
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    })
    page.on('close', () => this.page === page && this.gone())
    page.on('download', (download) => {
      const event = preventable()
      session.defaultSession.emit('will-download', event.event, {}, this.webContents)
      if (event.prevented()) void download.cancel()
    })
    return page
  }

  private asked(channel: string, args: unknown[], senderFrame: SenderFrame): unknown {
    if (channel === 'double:open') return this.webContents.open({ url: String(args[0]) }).action
    const handler = ipcMain.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler({ sender: this.webContents, senderFrame }, ...args)
  }

  crash = async (): Promise<void> => {
    const page = this.page
    if (!page) return
    this.kept = await page.evaluate(() => JSON.stringify(sessionStorage))
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Page.crash').catch(() => {})
  }

  /** As its close button does: the page may hold it. Whether it went. */
  requestClose = async (): Promise<boolean> => {
    const closing = preventable()
    this.emit('close', closing.event)
    if (closing.prevented()) return false
    if (!this.page) return (this.destroy(), true)
    const went = Promise.race([
      new Promise<boolean>((done) => this.once('closed', () => done(true))),
      new Promise<boolean>((done) => this.page?.once('dialog', () => setTimeout(() => done(this.isGone), 500))),
    ])
    await this.page.close({ runBeforeUnload: true })
    return went
  }
  close = (): void => void this.requestClose()
  destroy = (): void => {
    const page = this.page
    this.gone()
    void page?.close()
  }
  private gone(): void {
    if (this.isGone) return
    this.isGone = true
    Window.all = Window.all.filter((window) => window !== this)
    app.windows = app.windows.filter((window) => window !== (this as unknown))
    this.emit('closed')
    app.windowClosed()
  }

  isDestroyed = (): boolean => this.isGone
  isVisible = (): boolean => this.isShown
  isMinimized = (): boolean => false
  isMaximized = (): boolean => this.isMax
  show = (): void => void (this.isShown = true)
  focus = (): void => void process.send?.({ told: 'focused' })
  restore = (): void => {}
  maximize = (): void => void (this.isMax = true)
  setMenu = (): void => {}
  getNormalBounds = () => ({ x: 0, y: 0, width: this.options.width ?? 800, height: this.options.height ?? 600 })
}

function restoreStorage(kept: string): void {
  for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, string>))
    if (sessionStorage.getItem(name) === null) sessionStorage.setItem(name, value)
}

async function served(route: Route): Promise<void> {
  const answer = await servePage(route.request())
  await (answer ? route.fulfill(answer) : route.abort('blockedbyclient'))
}

/** What a page no longer wants when it closes is no failure. */
const unlessGone = (page: Page) => (error: unknown) => {
  if (!page.isClosed()) throw error
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer }

/** By the scheme's handler; whatever else a page asks for goes past the session's filter, and then nowhere. */
async function servePage(request: PageRequest): Promise<Answer | undefined> {
  const address = ownAddress(request.url())
  const handler = protocol.handlers.get(new URL(address).protocol.slice(0, -1))
  if (!handler) {
    const { beforeRequest } = session.defaultSession
    if (!beforeRequest) throw new Error(`A page asks the network for ${address}, and nothing keeps it from that`)
    let isCancelled = false
    beforeRequest.ask({ url: address }, ({ cancel }) => void (isCancelled = cancel))
    if (!isCancelled) throw new Error(`A page was let through to ${address}`)
    return undefined
  }
  const body = request.postDataBuffer()
  const response = await handler(
    new Request(address, {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(body ? { body: new Uint8Array(body) } : {}),
    }),
  )
  return { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) }
}
