// Electron's `ipcMain`: one handler a channel, values by structured clone both ways, and an error reaches the page as its
// message alone.

import { cloned, pack, unpack } from './codec.ts'
import { fail } from './stage.ts'
import { strict, StrictEmitter } from './strict.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

class IpcMain extends StrictEmitter {
  handle = (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw fail(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }
  removeHandler = (channel: string) => void handlers.delete(channel)
}

export const ipcMain = strict('ipcMain', new IpcMain('ipcMain', []))

export interface Message {
  way: 'invoke' | 'send' | 'unknown'
  id: number
  channel: string
  args: string
}

/** What the page hears of its call. */
export async function answered({ way, channel, args }: Message, event: object): Promise<{ ok: boolean; value: string }> {
  if (way === 'unknown') throw fail(`In the preload: ${channel}`)
  const handler = way === 'invoke' ? handlers.get(channel) : undefined
  if (!handler) throw fail(`No handler registered for '${channel}'`)
  try {
    return { ok: true, value: pack(cloned(await handler(event, ...(unpack(args) as unknown[])))) }
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    if (said.includes('could not be cloned')) fail(`The reply on '${channel}' can’t be cloned`)
    return { ok: false, value: `Error invoking remote method '${channel}': ${said}` }
  }
}
