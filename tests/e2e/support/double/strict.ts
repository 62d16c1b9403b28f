// Nothing beyond what the double knows: a member, an option or an event that it lacks is refused with its name, never
// undefined and never without effect.

import { EventEmitter } from 'node:events'
import { fail } from './stage.ts'

/** Asked for by Node itself: promises, printing and importing. */
const ASKED_BY_NODE = new Set(['then', 'toJSON', 'domain', '__esModule'])

export function strict<T extends object>(name: string, target: T, guard?: (member: string) => void): T {
  const known = (key: string | symbol) => typeof key === 'symbol' || ASKED_BY_NODE.has(key) || key in target
  return new Proxy(target, {
    get(on, key, receiver) {
      if (!known(key)) throw fail(`${name}.${String(key)} is not known`)
      if (typeof key === 'string') guard?.(key)
      return Reflect.get(on, key, receiver) as unknown
    },
    set(on, key, value, receiver) {
      if (!known(key)) throw fail(`${name}.${String(key)} is not known`)
      return Reflect.set(on, key, value, receiver)
    },
  })
}

/** Listening for an event that never comes is a mistake too. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !events.includes(event)) throw fail(`${name} has no event “${event}”`)
    })
  }

  /** Whether a listener prevented it. */
  ask(event: string, more: object = {}, ...args: unknown[]): boolean {
    let isPrevented = false
    this.emit(event, { ...more, preventDefault: () => void (isPrevented = true) }, ...args)
    return isPrevented
  }
}

export function knownOptions(what: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key))
  if (unknown.length > 0) throw fail(`${what} has no option ${unknown.join(', ')}`)
}

/** A list of names, written as one text. */
export const words = (text: string): string[] => text.trim().split(/\s+/)
