// Electron's smaller modules: dialogs that must be answered, the channel, the scheme, the session, the key store and the rest.

import { EventEmitter } from 'node:events'
import { afterReady, beforeReady, type MenuItem, played, strict } from './played.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  handlers = new Map<string, Handler>()
  handle = (channel: string, handler: Handler): void => {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
}
export const ipcMain = strict('ipcMain', new IpcMain())

interface Scheme {
  scheme: string
  privileges: { standard?: boolean; secure?: boolean; supportFetchAPI?: boolean; bypassCSP?: boolean }
}
class Protocol {
  schemes = new Map<string, Scheme['privileges']>()
  handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  registerSchemesAsPrivileged = (schemes: Scheme[]): void => {
    beforeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme, privileges } of schemes) this.schemes.set(scheme, privileges)
  }
  handle = (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
    afterReady('protocol.handle')
    const privileges = this.schemes.get(scheme)
    if (!privileges?.standard || !privileges.secure || !privileges.supportFetchAPI)
      throw new Error(`${scheme} is not privileged: its pages would have no origin of their own`)
    if (this.handlers.has(scheme)) throw new Error(`${scheme} has a handler already`)
    this.handlers.set(scheme, handler)
  }
}
export const protocol = strict('protocol', new Protocol())

type Ask = (details: { url: string }, answer: (decision: { cancel: boolean }) => void) => void
class Session extends EventEmitter {
  permissionRequest: ((contents: object, permission: string, answer: (granted: boolean) => void) => void) | undefined
  permissionCheck: (() => boolean) | undefined
  beforeRequest: { urls: string[]; ask: Ask } | undefined
  isSpelling = true
  setPermissionRequestHandler = (handler: Session['permissionRequest']): void => void (this.permissionRequest = handler)
  setPermissionCheckHandler = (handler: Session['permissionCheck']): void => void (this.permissionCheck = handler)
  setDevicePermissionHandler = (_handler: () => boolean): void => {}
  setSpellCheckerEnabled = (enabled: boolean): void => void (this.isSpelling = enabled)
  webRequest = strict('session.webRequest', {
    onBeforeRequest: ({ urls }: { urls: string[] }, ask: Ask): void => void (this.beforeRequest = { urls, ask }),
  })
}
const defaultSession = strict('session', new Session())
export const session = {
  get defaultSession() {
    afterReady('session.defaultSession')
    return defaultSession
  },
}

/** Answers wait in a row. One that nobody gave is told to the test, which fails. */
function answerTo(kind: string, args: unknown[]): unknown {
  const options = args.at(-1) as Record<string, unknown>
  played.asked.push({ kind, options })
  process.send?.({ told: 'asked', kind, options: JSON.parse(JSON.stringify(options)) as unknown })
  if (played.answers.length === 0) throw new Error(`Nobody answers this dialog: ${JSON.stringify(options)}`)
  return played.answers.shift()
}
export const dialog = strict('dialog', {
  showMessageBox: async (...args: unknown[]) => ({ response: answerTo('message', args), checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]) => answerTo('message', args),
  showSaveDialog: async (...args: unknown[]) => {
    const filePath = answerTo('save', args)
    return { canceled: typeof filePath !== 'string', filePath: typeof filePath === 'string' ? filePath : '' }
  },
  showOpenDialog: async (...args: unknown[]) => {
    const filePath = answerTo('open', args)
    return { canceled: typeof filePath !== 'string', filePaths: typeof filePath === 'string' ? [filePath] : [] }
  },
  showErrorBox: (title: string, text: string) => {
    played.asked.push({ kind: 'error', options: { title, text } })
    process.send?.({ told: 'asked', kind: 'error', options: { title, text } })
  },
})

export const shell = strict('shell', {
  openExternal: async (url: string) => {
    played.opened.push(url)
    process.send?.({ told: 'opened', url })
  },
})

export const Menu = strict('Menu', {
  buildFromTemplate: (template: MenuItem[]) => template,
  setApplicationMenu: (menu: MenuItem[] | null) => void (played.menu = menu),
})

/** Turns bytes round, so that what was not opened by the key store is not the text. */
const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async () => {
    afterReady('safeStorage')
    return played.keyStore !== 'none'
  },
  getSelectedStorageBackend: () => {
    afterReady('safeStorage')
    return played.keyStore
  },
  encryptStringAsync: async (text: string) => turned(Buffer.from(`sealed:${text}`)),
  decryptStringAsync: async (bytes: Buffer) => {
    const text = turned(bytes).toString()
    if (!text.startsWith('sealed:')) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return { result: text.slice('sealed:'.length), shouldReEncrypt: false }
  },
})

const AREA = { x: 0, y: 0, width: 1366, height: 768 }
export const screen = strict('screen', {
  getPrimaryDisplay: () => {
    afterReady('screen')
    return { workArea: AREA, bounds: AREA }
  },
  getAllDisplays: () => [{ workArea: AREA, bounds: AREA }],
})

export const nativeTheme = strict('nativeTheme', Object.assign(new EventEmitter(), { shouldUseDarkColors: false }))
export const powerMonitor = strict('powerMonitor', new EventEmitter())
