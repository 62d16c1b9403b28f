// What may come into the web host from a browser on this machine. Any page that the browser shows can send requests to it,
// so Host and Origin must be ours, and the window must have come by the address that was printed.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Refusal, type RefusalCode, type RefusalDetails } from '../shared/errors.ts'
import type { Call } from './dispatch.ts'
import type { FileHandler } from './files.ts'
import { type Reply, replyOfRefusal } from './reply.ts'
import { readCall } from './request-body.ts'
import { safeResponse, textResponse } from './security-headers.ts'

export interface WebParts {
  dispatch: (call: Call) => Promise<Reply>
  files: FileHandler
  /** Where it is served, such as `http://127.0.0.1:4100`. */
  origin: string
}

/** `address` lets a browser in; it holds this run's token. */
export function makeWebDoor({ dispatch, files, origin }: WebParts): { handle: (request: Request) => Promise<Response>; address: string } {
  const token = randomBytes(32).toString('base64url')
  // Cookies know no ports: another practice on another port must not take this one's.
  const cookie = `tenpack-${new URL(origin).port}`
  const windows = new Set<string>()

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url)
    if (url.origin !== origin || request.headers.get('host') !== url.host)
      return textResponse(421, 'Tenpack is not at this address. Open it by the one that it printed.')
    if (url.pathname === '/open') return letIn(request, url.searchParams.get('token') ?? '')
    if (!isFromOurPage(request)) return textResponse(403, 'Another page asked for this, so Tenpack does not answer.')

    const sessionId = sessionOf(request)
    if (url.pathname === '/call') return request.method === 'POST' ? serveCall(request, sessionId) : notAllowed('POST')
    if (sessionId === undefined) return textResponse(403, 'Open Tenpack by the address that it printed when it was started.')
    return files(request, sessionId)
  }

  function letIn(request: Request, given: string): Response {
    if (request.method !== 'GET') return notAllowed('GET')
    if (!isSame(given, token))
      return textResponse(403, 'This address is from an earlier start. Open Tenpack by the address that it printed last.')
    const sessionId = sessionOf(request) ?? randomBytes(32).toString('base64url')
    windows.add(sessionId)
    return safeResponse(null, 303, { location: '/', 'set-cookie': `${cookie}=${sessionId}; Path=/; HttpOnly; SameSite=Strict` })
  }

  async function serveCall(request: Request, sessionId: string | undefined): Promise<Response> {
    if (request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json') return textResponse(415, 'A call is JSON.')
    if (sessionId === undefined) return refusal(403, 'call.restarted', {})
    const read = await readCall(request)
    if (read === 'tooLarge') return refusal(413, 'call.tooLarge', {}, { connection: 'close' })
    if (read === 'unreadable') return refusal(400, 'call.badInput', { fields: [] })
    return reply(200, await dispatch({ sessionId, ...read }))
  }

  function sessionOf(request: Request): string | undefined {
    const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
    const value = pairs.find(([name]) => name === cookie)?.[1]
    return value !== undefined && windows.has(value) ? value : undefined
  }

  /** Browsers say where a request comes from; whatever changes something must say so. */
  function isFromOurPage(request: Request): boolean {
    const from = request.headers.get('origin')
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (from === null ? !isRead : from !== origin) return false
    const site = request.headers.get('sec-fetch-site')
    return site === null || site === 'same-origin' || (site === 'none' && isRead)
  }

  return { handle, address: `${origin}/open?token=${token}` }
}

const notAllowed = (allow: string): Response => textResponse(405, 'That can’t be done here.', { allow })

const reply = (status: number, answer: Reply, headers: Record<string, string> = {}): Response =>
  safeResponse(JSON.stringify(answer), status, { 'content-type': 'application/json; charset=utf-8', ...headers })

const refusal = <C extends RefusalCode>(status: number, code: C, details: RefusalDetails<C>, headers?: Record<string, string>): Response =>
  reply(status, replyOfRefusal(new Refusal(code, details)), headers)

/** Compares in the same time whatever is wrong with it. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
