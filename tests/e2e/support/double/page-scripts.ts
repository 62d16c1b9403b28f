// What the double puts into a page before its own scripts: the preload in a world of its own, as isolation has it, and the
// bridge by which it offers things to the page. The worlds share only the document; what crosses are strings in its events.

import { cloned, pack, unpack } from './codec.ts'

export const PRELOAD_WORLD = 'preload'
export const BINDING = 'tenpackDoubleIpc'

type Heard = { call: number; args: unknown[] } | { reply: unknown } | { threw: string } | { settle: number; ok: boolean; value: unknown }

/** One end of the bridge. Functions cross as numbers and are called back, at once; promises are settled later. Sent as text. */
function bridge(hears: string, says: string) {
  const own: ((...args: unknown[]) => unknown)[] = []
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let answer: Heard | undefined
  let promises = 0
  const say = (what: Heard) => document.dispatchEvent(new CustomEvent(says, { detail: JSON.stringify(what) }))
  const out = (value: unknown): unknown => {
    if (value === undefined) return { u: 1 }
    if (typeof value === 'function') return { f: own.push(value as (typeof own)[number]) - 1 }
    if (value instanceof Promise) {
      const id = ++promises
      value.then(
        (settled: unknown) => say({ settle: id, ok: true, value: out(settled) }),
        (error: unknown) => say({ settle: id, ok: false, value: error instanceof Error ? error.message : String(error) }),
      )
      return { p: id }
    }
    if (typeof value === 'symbol' || typeof value === 'bigint') throw new Error(`The bridge carries no ${typeof value}`)
    if (value === null || typeof value !== 'object') return { v: value }
    if (Array.isArray(value)) return { a: value.map(out) }
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('The bridge carries plain objects only')
    return { o: Object.entries(value).map(([key, held]) => [key, out(held)]) }
  }
  const take = (given: unknown): unknown => {
    const { f, p, a, o, v } = given as { f?: number; p?: number; a?: unknown[]; o?: [string, unknown][]; v?: unknown }
    if (f !== undefined) return (...args: unknown[]) => call(f, args)
    if (p !== undefined) return new Promise((resolve, reject) => waiting.set(p, { resolve, reject }))
    if (a) return a.map(take)
    if (o) return Object.freeze(Object.fromEntries(o.map(([key, held]) => [key, take(held)])))
    return v
  }
  const call = (id: number, args: unknown[]): unknown => {
    say({ call: id, args: args.map(out) })
    const heard = answer as { reply: unknown } | { threw: string }
    if ('threw' in heard) throw new Error(heard.threw)
    return take(heard.reply)
  }
  document.addEventListener(hears, (event) => {
    const heard = JSON.parse((event as CustomEvent<string>).detail) as Heard
    if ('settle' in heard) {
      const { resolve, reject } = waiting.get(heard.settle)!
      waiting.delete(heard.settle)
      if (heard.ok) resolve(take(heard.value))
      else reject(new Error(String(heard.value)))
    } else if ('call' in heard) {
      try {
        say({ reply: out(own[heard.call]!(...heard.args.map(take))) })
      } catch (error) {
        say({ threw: error instanceof Error ? error.message : String(error) })
      }
    } else answer = heard
  })
  return { call, own }
}

/** Runs in the preload's world: the module `electron` as a sandboxed preload has it. Sent as text. */
function preloadWorld(
  { call }: ReturnType<typeof bridge>,
  codec: { pack: typeof pack; unpack: typeof unpack; cloned: typeof cloned },
  binding: (text: string) => void,
  preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void,
) {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>()
  let calls = 0
  const send = (way: string, id: number, channel: string, args: unknown[]) =>
    binding(JSON.stringify({ way, id, channel, args: codec.pack(codec.cloned(args)) }))
  const only = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get: (on, key) => {
        if (typeof key === 'string' && !(key in on)) {
          send('unknown', 0, `${name}.${key}`, [])
          throw new Error(`${name}.${key} is not known`)
        }
        return Reflect.get(on, key) as unknown
      },
    })
  const off = (channel: string, listener: (event: object) => void) =>
    void listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((one) => one !== listener),
    )
  const ipcRenderer = only('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        send('invoke', ++calls, channel, args)
        waiting.set(calls, { resolve, reject })
      }),
    send: (channel: string, ...args: unknown[]) => send('send', 0, channel, args),
    on: (channel: string, listener: (event: object) => void) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    off,
    removeListener: off,
  })
  const contextBridge = only('contextBridge', {
    exposeInMainWorld: (name: string, api: unknown) => void call(0, [name, api]),
  })
  Object.assign(globalThis, {
    tenpackDouble: {
      settle: (id: number, ok: boolean, value: string) => {
        const { resolve, reject } = waiting.get(id)!
        waiting.delete(id)
        if (ok) resolve(codec.unpack(value))
        else reject(new Error(value))
      },
      hear: (channel: string, args: string) => {
        for (const listener of listeners.get(channel) ?? []) listener({}, ...(codec.unpack(args) as unknown[]))
      },
    },
  })
  const electron = only('electron', { ipcRenderer, contextBridge })
  const module = { exports: {} }
  preload(
    (name) => {
      if (name === 'electron') return electron
      send('unknown', 0, `require('${name}') in a sandboxed preload`, [])
      throw new Error(`module not found: ${name}`)
    },
    module,
    module.exports,
  )
}

/** Runs in the page's world: puts what the preload offers on `window`, once and for good. Sent as text. */
function pageWorld({ own }: ReturnType<typeof bridge>) {
  own.push((name, api) => {
    if (Object.hasOwn(globalThis, String(name))) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
    Object.defineProperty(globalThis, String(name), { value: api, writable: false, configurable: false, enumerable: true })
  })
}

/** Electron runs a preload in the main frame alone. */
const inMainFrame = (script: string) => `if (window === window.top) { ${script} }`

export const pageScript = (): string => inMainFrame(`(${pageWorld.toString()})((${bridge.toString()})('double:page', 'double:preload'))`)

export const preloadScript = (source: string): string =>
  inMainFrame(`(${preloadWorld.toString()})(
    (${bridge.toString()})('double:preload', 'double:page'),
    { pack: ${pack.toString()}, unpack: ${unpack.toString()}, cloned: ${cloned.toString()} },
    globalThis.${BINDING},
    (require, module, exports) => { ${source}\n },
  )`)
