// The typed client of the contract. Every call is one POST of a path and an input to the host that served this page;
// a refusal comes back as a value and is thrown here as an ORPCError with its code and details.

import type { ClientLink } from '@orpc/client'
import { createORPCClient, createORPCErrorFromJson, isORPCErrorJson } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../shared/contract/index.ts'

/** The host did not answer, or answered something else: it was stopped, or the address is no longer ours. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

interface Reply {
  output?: unknown
  error?: unknown
}

async function post(path: readonly string[], input: unknown, signal: AbortSignal | undefined): Promise<Reply> {
  try {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path, input }),
      ...(signal ? { signal } : {}),
    })
    return (await response.json()) as Reply
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable('Tenpack does not answer', { cause: error })
  }
}

const link: ClientLink<Record<never, never>> = {
  async call(path, input, { signal }) {
    const reply = await post(path, input, signal)
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
