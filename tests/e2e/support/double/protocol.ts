// Electron's `protocol` and where its pages stand: plain Chromium knows no scheme of ours, so app://NAME is served as
// https://app-NAME.test, a secure context with an origin of its own. Nothing of that name is ever asked of a network.

import { fail, mustBeReady, stage } from './stage.ts'
import { knownOptions, strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>
interface Scheme {
  scheme: string
  privileges?: Record<string, boolean>
}

const PRIVILEGES = ['standard', 'secure', 'bypassCSP', 'allowServiceWorkers', 'supportFetchAPI', 'corsEnabled', 'stream', 'codeCache']
const privileged = new Map<string, Record<string, boolean>>()
const handlers = new Map<string, Handler>()
let wasCalled = false

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: Scheme[]) {
    if (stage.isReady) throw fail('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (wasCalled) throw fail('protocol.registerSchemesAsPrivileged can be called only once')
    wasCalled = true
    for (const { scheme, privileges = {} } of schemes) {
      knownOptions('A privileged scheme', privileges, PRIVILEGES)
      privileged.set(scheme, privileges)
    }
  },
  handle(scheme: string, handler: Handler) {
    mustBeReady('protocol.handle')
    const { standard, secure } = privileged.get(scheme) ?? {}
    if (!standard || !secure) throw fail(`The scheme ${scheme} was not registered as a standard and secure one`)
    if (handlers.has(scheme)) throw fail(`The scheme ${scheme} is handled already`)
    handlers.set(scheme, handler)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
})

const STAND_IN = /^https:\/\/([a-z]+)-([\w-]+)\.test(?=\/|$)/

/** The app's own address of what Chromium shows. */
export const toApp = (address: string): string =>
  address.replace(STAND_IN, (all, scheme: string, host: string) => (privileged.has(scheme) ? `${scheme}://${host}` : all))

export const toChromium = (address: string): string =>
  address.replace(/^([a-z]+):\/\/([\w-]+)(?=\/|$)/, (all, scheme: string, host: string) =>
    privileged.has(scheme) ? `https://${scheme}-${host}.test` : all,
  )

/** Undefined where no handler serves this address. */
export function served(request: Request): Promise<Response> | undefined {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler && Promise.resolve(handler(request))
}
