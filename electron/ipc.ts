// The door of the desktop app, beside web.ts: JSON text in, JSON text out, so both doors carry the same values. Only the
// main frame of a window of ours, showing our own page, is answered; anything else gets nothing, not even a refusal.

import { Refusal, type RefusalCode, type RefusalDetails } from '../shared/errors.ts'
import type { Call } from './dispatch.ts'
import { type Reply, replyOfRefusal } from './reply.ts'
import { parseCall } from './request-body.ts'

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://tenpack`

/** What Electron tells of who asks. A frame that went away meanwhile is null. */
export interface Asker {
  sender: { id: number }
  senderFrame: { url: string; parent: unknown } | null
}

export interface IpcParts {
  dispatch: (call: Call) => Promise<Reply>
  /** The session of our window with these contents; undefined when they are not ours. */
  sessionOf: (contentsId: number) => string | undefined
}

export function makeIpcDoor({ dispatch, sessionOf }: IpcParts): (asker: Asker, text: unknown) => Promise<string | undefined> {
  return async ({ sender, senderFrame }, text) => {
    const sessionId = sessionOf(sender.id)
    if (sessionId === undefined || senderFrame === null || senderFrame.parent !== null || !isOurPage(senderFrame.url)) return undefined
    const read = parseCall(text)
    if (read === 'tooLarge') return refusal('call.tooLarge', {})
    if (read === 'unreadable') return refusal('call.badInput', { fields: [] })
    return JSON.stringify(await dispatch({ sessionId, ...read }))
  }
}

/** Not by `origin`, which is `null` to Node for a scheme that is not of the web. */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}` === ORIGIN
}

const refusal = <C extends RefusalCode>(code: C, details: RefusalDetails<C>): string =>
  JSON.stringify(replyOfRefusal(new Refusal(code, details)))
