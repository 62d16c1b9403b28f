// Electron's default session: who may use what, what is downloaded, and which requests leave. Without handlers Electron
// allows everything, and so does this.

import { mustBeReady, stage } from './stage.ts'
import { strict, StrictEmitter } from './strict.ts'

type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean
type NetworkHandler = (details: { url: string; method: string }, answer: (response: { cancel?: boolean }) => void) => void

const EVENTS = ['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device', 'spellcheck-dictionary-download-begin']

class Session extends StrictEmitter {
  private onRequest: RequestHandler | undefined
  private onCheck: CheckHandler | undefined
  private network: { urls: string[]; handler: NetworkHandler } | undefined
  setPermissionRequestHandler = (handler: RequestHandler) => void (this.onRequest = handler)
  setPermissionCheckHandler = (handler: CheckHandler) => void (this.onCheck = handler)
  setDevicePermissionHandler = (_handler: (details: object) => boolean) => {}
  setSpellCheckerEnabled = (_enabled: boolean) => {}
  webRequest = strict('session.webRequest', {
    onBeforeRequest: (filter: { urls: string[] }, handler: NetworkHandler) => void (this.network = { urls: filter.urls, handler }),
  })

  /** Not Electron's: what the app says to a page that wants to use this. */
  async doubleGrants(contents: unknown, permission: string, origin: string): Promise<boolean> {
    if (!(this.onCheck?.(contents, permission, origin, {}) ?? true)) return false
    const ask = this.onRequest
    return ask ? new Promise((answer) => ask(contents, permission, answer, {})) : true
  }
  async doubleCancels(url: string, method: string): Promise<boolean> {
    const { urls, handler } = this.network ?? {}
    if (!handler || !urls?.some((pattern) => matches(pattern, url))) return false
    return new Promise((done) => handler({ url, method }, ({ cancel }) => done(cancel === true)))
  }
}

function matches(pattern: string, url: string): boolean {
  const [, scheme, host] = /^(\*|[a-z]+):\/\/(\*|[\w.*-]+)\/\*$/.exec(pattern) ?? []
  if (scheme === undefined || host === undefined) throw new Error(`The double does not know patterns such as ${pattern}`)
  const { protocol, hostname } = new URL(url)
  return (scheme === '*' || protocol === `${scheme}:`) && (host === '*' || hostname === host)
}

export const defaultSession = strict('session.defaultSession', new Session('session', EVENTS))

export const session = strict('session', {
  get defaultSession() {
    mustBeReady('session.defaultSession')
    return defaultSession
  },
})

/** What a download is to the app. */
export function downloadAllowed(url: string, fileName: string, contents: unknown): boolean {
  const item = strict('downloadItem', { getURL: () => url, getFilename: () => fileName })
  const isAllowed = !defaultSession.ask('will-download', {}, item, contents)
  if (isAllowed) stage.downloads.push(url)
  return isAllowed
}
