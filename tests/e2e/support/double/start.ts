// Starts a double of Electron on a built main module, and plays the person and the system for it.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { findChromium } from '../../../support/chromium.ts'
import type { Order, Seen } from './control.ts'
import type { Settings } from './stage.ts'

export interface DoubleParts {
  main: string
  args?: string[]
  env?: Record<string, string>
  settings: Partial<Settings> & Pick<Settings, 'systemFolder'>
}

export interface Double {
  pid: number
  order: (order: Order) => Promise<unknown>
  look: () => Promise<Seen>
  /** What it ended with. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; said: string }>
  isRunning: () => boolean
  /** What it printed so far. */
  said: () => string
  kill: (signal?: NodeJS.Signals) => Promise<void>
}

export function startDouble({ main, args = [], env = {}, settings }: DoubleParts): Double {
  const whole: Settings = {
    appPath: dirname(dirname(dirname(main))),
    isPackaged: false,
    keyRing: 'gnome_libsecret',
    isDark: false,
    chromium: findChromium() ?? null,
    timezone: 'America/Toronto',
    answers: [],
    ...settings,
  }
  const child = fork(join(import.meta.dirname, 'main.ts'), [main, ...args], {
    env: { ...process.env, FORCE_COLOR: '0', ...env, TENPACK_DOUBLE: JSON.stringify(whole) },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    said,
  }))
  const order = orders(child, () => said)
  return {
    pid: child.pid!,
    order,
    look: async () => (await order({ do: 'look' })) as Seen,
    ended,
    said: () => said,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
  }
}

function orders(child: ChildProcess, said: () => string): Double['order'] {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(value)
    else asked?.reject(new Error(error))
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The double ended with ${code}:\n${said()}`))
    waiting.clear()
  })
  return (order) =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error(`The double has ended:\n${said()}`))
      waiting.set(++last, { resolve, reject })
      child.send({ id: last, order })
    })
}
