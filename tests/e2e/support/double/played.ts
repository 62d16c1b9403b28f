// What a test sets and reads of the double, and the one browser behind it. Not part of Electron.

import type { Browser, BrowserContext } from '@playwright/test'

interface Asked {
  kind: string
  options: Record<string, unknown>
}

export const played = {
  browser: undefined as Browser | undefined,
  context: undefined as BrowserContext | undefined,
  /** Electron is ready only once the main module has been evaluated: the runner resolves this then. */
  mainEvaluated: Promise.withResolvers<void>(),
  isReady: false,
  paths: new Map<string, string>(),
  /** What the person at the dialogs does, in order. A dialog that nobody answers fails the run. */
  answers: [] as unknown[],
  asked: [] as Asked[],
  /** Addresses that were opened outside. */
  opened: [] as string[],
  menu: null as MenuItem[] | null,
  /** Whether the computer's key store is there: 'basic_text' scrambles only. */
  keyStore: 'gnome_libsecret',
  printed: [] as string[],
}

export interface MenuItem {
  id?: string
  label?: string
  role?: string
  submenu?: MenuItem[]
  click?: () => void
}

/** As Electron's modules do not: whatever the double does not know is refused by name, so that nothing passes by silence. */
export function strict<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !['then', 'toJSON', '$$typeof'].includes(key))
        throw new Error(`The double knows no ${name}.${key}`)
      return Reflect.get(target, key, receiver) as unknown
    },
  })
}

export function afterReady(what: string): void {
  if (!played.isReady) throw new Error(`${what} can’t be used before the app is ready`)
}
export function beforeReady(what: string): void {
  if (played.isReady) throw new Error(`${what} must be called before the app is ready`)
}

/** An event that can be prevented; says whether it was. */
export function preventable(): { event: { preventDefault: () => void }; prevented: () => boolean } {
  let stopped = false
  return { event: { preventDefault: () => void (stopped = true) }, prevented: () => stopped }
}

/** Only what Electron's structured clone carries, and for our channel only text: anything else is refused. */
export function overChannel<V>(value: V): V {
  return structuredClone(value)
}
