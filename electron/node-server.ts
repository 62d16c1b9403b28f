// Puts a handler of web requests behind a plain HTTP server that listens on this machine alone.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { textResponse } from './security-headers.ts'

const LOOPBACK = '127.0.0.1'
/** So long a sender of too much may go on before the line is cut, for the answer to reach it. */
const GRACE_MS = 1_000

type Handle = (request: Request) => Promise<Response>

export interface Server {
  origin: string
  serve: (handle: Handle) => void
  close: () => Promise<void>
}

/** Takes the port (0: any free one); requests wait until `serve` says who answers. Throws EADDRINUSE when it is taken. */
export async function listen(port: number, onBug: (error: unknown) => void): Promise<Server> {
  const ready = Promise.withResolvers<Handle>()
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response, ready.promise).catch((error: unknown) => {
      onBug(error)
      response.destroy()
    })
  })
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, LOOPBACK, done))
  return {
    origin: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    serve: ready.resolve,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, ready: Promise<Handle>): Promise<void> {
  const handle = await ready
  const request = requestOf(incoming)
  const response = request ? await handle(request) : textResponse(400, 'This is no request that Tenpack understands.')
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
  if (!incoming.complete) setTimeout(() => incoming.destroy(), GRACE_MS).unref()
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Undefined for what no page sends: an address in full, a Host that is none, a method of diagnosis. */
function requestOf(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '', headers } = incoming
  if (!METHODS.has(method) || !url.startsWith('/') || !URL.canParse(`http://${headers.host}${url}`)) return undefined
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) for (const one of [value].flat()) if (one !== undefined) given.append(name, one)
  const init: RequestInit = { method, headers: given }
  if (hasBody) Object.assign(init, { body: Readable.toWeb(incoming), duplex: 'half' })
  return new Request(`http://${headers.host}${url}`, init)
}
