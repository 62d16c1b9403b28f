// Electron's `webContents` over one page of Chromium: the preload in a world of its own, IPC by a binding that only this
// world has, and each event that Electron asks the app about really asked.

import { readFileSync } from 'node:fs'
import type { CDPSession, Dialog, Page } from '@playwright/test'
import { comesLate } from '../../../support/long.ts'
import { bareApp } from './app.ts'
import { theContext } from './chromium.ts'
import { cloned, pack } from './codec.ts'
import { answered, type Message } from './ipc-main.ts'
import { BINDING, pageScript, PRELOAD_WORLD, preloadScript } from './page-scripts.ts'
import { toApp, toChromium } from './protocol.ts'
import { grantPermissions, ourPages, takePage } from './pages.ts'
import { downloadAllowed } from './session.ts'
import { fail, takeAnswer } from './stage.ts'
import { strict, StrictEmitter, words } from './strict.ts'

const EVENTS = words(`
  did-finish-load did-frame-finish-load did-fail-load dom-ready will-navigate will-frame-navigate did-navigate
  will-redirect will-attach-webview will-prevent-unload render-process-gone destroyed did-create-window unresponsive
`)
type OpenHandler = (details: { url: string; disposition: string; frameName: string }) => { action: 'allow' | 'deny' }

let last = 0

export class WebContents extends StrictEmitter {
  readonly id = ++last
  /** A PDF stands in Chromium's viewer, which has no page of ours. */
  pdf: Buffer | undefined
  mayShowPdf: boolean
  private page: Page | undefined
  private cdp: CDPSession | undefined
  private world: string | undefined
  private url = ''
  /** The load that the app itself asked for; it is not asked about that. */
  private loading: string | undefined
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  private stays: () => void = () => {}
  /** Outlives the page's process, as in Electron. */
  private readonly stored = new Map<string, string>()
  private readonly preload: string | undefined
  private readonly onPageClosed: () => void

  constructor({ preload, plugins, onPageClosed }: { preload?: string; plugins?: boolean; onPageClosed: () => void }) {
    super('webContents', EVENTS)
    this.preload = preload === undefined ? undefined : readFileSync(preload, 'utf8')
    this.mayShowPdf = plugins === true
    this.onPageClosed = onPageClosed
  }
  facade = strict('webContents', this)

  getURL = () => toApp(this.page?.url() ?? this.url)
  setWindowOpenHandler = (handler: OpenHandler) => void (this.openHandler = handler)
  send = (channel: string, ...args: unknown[]) => {
    const text = pack(cloned(args))
    void this.inWorld(`tenpackDouble.hear(${JSON.stringify(channel)}, ${JSON.stringify(text)})`)
  }
  forcefullyCrashRenderer = () => void this.cdp?.send('Page.crash').catch(() => {}) // never answers
  print = (_options: object, done: (success: boolean, why: string) => void) => {
    const { outcome } = takeAnswer('print', this.getURL(), this.pdf?.toString('latin1', 0, 5) ?? 'a page')
    setImmediate(() => done(outcome === 'done', outcome === 'cancelled' ? 'Print job canceled' : ''))
  }

  async load(url: string): Promise<void> {
    this.page ??= await this.newPage()
    this.loading = toChromium(url)
    try {
      await this.page.goto(this.loading)
    } catch (error) {
      const [code, errno] = String(error).includes('ERR_ABORTED') ? ['ERR_ABORTED', -3] : ['ERR_FAILED', -2]
      throw Object.assign(new Error(`${code} (${errno}) loading '${url}' (${String(error)})`), { code, errno, url })
    }
  }

  /** Whether the app lets this page go there. */
  letsNavigate(address: string): boolean {
    if (this.loading === address) {
      this.loading = undefined
      this.pdf = undefined
      return true
    }
    return !this.ask('will-navigate', { url: toApp(address), isMainFrame: true, isSameDocument: false })
  }

  /** Asks the page first, as a person's closing does. False: it stays. */
  async close(): Promise<boolean> {
    const { page } = this
    if (!page) return true
    const stays = new Promise<false>((stay) => (this.stays = () => stay(false)))
    const closed = new Promise<true>((gone) => page.once('close', () => gone(true)))
    await page.close({ runBeforeUnload: true })
    return Promise.race([stays, closed])
  }
  async destroy(): Promise<void> {
    await this.page?.close()
  }

  private async newPage(): Promise<Page> {
    const context = await theContext()
    const page = await takePage(context, this)
    const cdp = (this.cdp = await context.newCDPSession(page))
    page.on('dialog', (dialog) => void this.decide(dialog))
    page.on('crash', () => this.crashed(page))
    page.on('close', () => page === this.page && this.onPageClosed())
    page.on('load', () => void (this.emit('did-frame-finish-load', {}, true), this.emit('did-finish-load', {})))
    page.on('framenavigated', (frame) => frame === page.mainFrame() && (this.url = frame.url()))
    page.on('download', (download) => {
      if (!downloadAllowed(toApp(download.url()), download.suggestedFilename(), this.facade)) void download.cancel()
    })
    cdp.on('Page.windowOpen', ({ url, windowName }) => this.opens(url, windowName))
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => void this.hear(JSON.parse(payload) as Message, executionContextId))
    cdp.on('Runtime.executionContextCreated', ({ context: { name, uniqueId } }) => {
      if (name === PRELOAD_WORLD) this.world = uniqueId
    })
    await Promise.all([cdp.send('Page.enable'), cdp.send('Runtime.enable'), this.keepStored(cdp)])
    if (this.preload !== undefined) await this.putPreload(cdp, this.preload)
    await grantPermissions(context, this.facade)
    return page
  }

  private async putPreload(cdp: CDPSession, source: string) {
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript() })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(source), worldName: PRELOAD_WORLD })
  }

  /** What the page keeps for its tab belongs to the window in Electron, so it is there again after a crash. */
  private async keepStored(cdp: CDPSession) {
    const own = ({ isLocalStorage }: { isLocalStorage: boolean }) => !isLocalStorage
    cdp.on('DOMStorage.domStorageItemAdded', ({ storageId, key, newValue }) => own(storageId) && this.stored.set(key, newValue))
    cdp.on('DOMStorage.domStorageItemUpdated', ({ storageId, key, newValue }) => own(storageId) && this.stored.set(key, newValue))
    cdp.on('DOMStorage.domStorageItemRemoved', ({ storageId, key }) => own(storageId) && this.stored.delete(key))
    if (this.stored.size > 0) {
      const items = JSON.stringify([...this.stored])
      const source = `if (sessionStorage.length === 0) for (const [key, value] of ${items}) sessionStorage.setItem(key, value)`
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source })
    }
    await cdp.send('DOMStorage.enable')
  }

  private async hear(message: Message, executionContextId: number) {
    const url = this.getURL()
    const senderFrame = strict('senderFrame', { url, origin: new URL(url).origin, parent: null, routingId: 1, processId: 1, top: null })
    const event = strict('event', { sender: this.facade, senderFrame, processId: 1, frameId: 1 })
    const { ok, value } = await answered(message, event).catch((error: Error) => ({ ok: false, value: error.message }))
    await comesLate()
    const expression = `tenpackDouble.settle(${message.id}, ${ok}, ${JSON.stringify(value)})`
    // The page may have gone on meanwhile; then nobody waits.
    if (message.way === 'invoke') await this.cdp?.send('Runtime.evaluate', { expression, contextId: executionContextId }).catch(() => {})
  }

  private async inWorld(expression: string) {
    const { cdp, world } = this
    if (!cdp || world === undefined) return
    await cdp.send('Runtime.evaluate', { expression, uniqueContextId: world }).catch(() => {}) // a page that went heard nothing
  }

  private async decide(dialog: Dialog) {
    if (dialog.type() !== 'beforeunload') {
      fail(`The page opened a dialog of the browser: ${dialog.message()}`)
      await dialog.dismiss()
    } else if (this.ask('will-prevent-unload')) {
      await dialog.accept()
    } else {
      await dialog.dismiss()
      this.stays()
    }
  }

  private crashed(page: Page) {
    this.url = page.url()
    this.page = this.cdp = this.world = undefined
    ourPages.delete(page)
    void page.close().catch(() => {})
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 133 })
  }

  private opens(url: string, frameName: string) {
    const { action } = this.openHandler({ url: toApp(url), frameName, disposition: 'foreground-tab' })
    if (action !== 'deny') fail(`The app let a page open ${url}`)
  }
}

/** As Electron does, before anything is loaded. */
export function makeContents(parts: ConstructorParameters<typeof WebContents>[0]): WebContents {
  const contents = new WebContents(parts)
  bareApp.emit('web-contents-created', {}, contents.facade)
  return contents
}
