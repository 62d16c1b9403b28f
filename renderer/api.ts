// The typed client of the contract. Every call is JSON text of a path and an input: through the desktop app's window where
// there is one, else as a POST to the host that served this page. A refusal comes back as a value and is thrown as an ORPCError.

import type { ClientLink } from '@orpc/client'
import { createORPCClient, createORPCErrorFromJson, isORPCErrorJson } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../shared/contract/index.ts'
import { desktop } from './desktop.ts'

/** The host did not answer, or answered something else: it was stopped, or the address is no longer ours. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

interface Reply {
  output?: unknown
  error?: unknown
}

async function send(path: readonly string[], input: unknown, signal: AbortSignal | undefined): Promise<Reply> {
  const text = JSON.stringify({ path, input })
  try {
    const answer = await (desktop ? desktop.call(text) : post(text, signal))
    signal?.throwIfAborted() // the channel can't take a call back; its answer is not waited for, all the same
    return JSON.parse(answer ?? '') as Reply
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable('Tenpack does not answer', { cause: error })
  }
}

async function post(body: string, signal: AbortSignal | undefined): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/call', { method: 'POST', headers, body, ...(signal ? { signal } : {}) })
  return response.text()
}

const link: ClientLink<Record<never, never>> = {
  async call(path, input, { signal }) {
    const reply = await send(path, input, signal)
    if (isORPCErrorJson(reply.error)) throw createORPCErrorFromJson(reply.error)
    if (reply.error !== undefined) throw new Unreachable('Tenpack answered something else')
    return reply.output
  },
}

export const client: ContractRouterClient<Contract> = createORPCClient(link)

/** Query and mutation options by procedure: `useQuery(api.clients.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client)

/** The key of one command: made once by a form, so that sending it twice does it once. */
export const newKey = (): string => crypto.randomUUID()
