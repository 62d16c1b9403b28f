// Asks a language model at an address that the practice connected, by the chat-completions call which such servers have in
// common. It sends what it is given and nothing else, follows to no other address, and says in words what went wrong.

import { z } from 'zod'
import type { Message } from '../model-talk.ts'
import { Refusal, refuse } from '../../shared/errors.ts'
import type { LanguageModel, ModelConnection } from '../host.ts'

/** A model on a desk computer takes its time. */
const LONGEST_MS = 60_000
const MOST_BYTES = 100_000

const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

export function makeLanguageModel({ longestMs = LONGEST_MS } = {}): LanguageModel {
  const stopping = new AbortController()

  async function ask(connection: ModelConnection, messages: readonly Message[]): Promise<string> {
    const tooLong = AbortSignal.timeout(longestMs)
    try {
      return contentOf(await answerOf(connection, messages, AbortSignal.any([tooLong, stopping.signal])))
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (tooLong.aborted) return refuse('suggestion.slow', { seconds: Math.round(longestMs / 1000) })
      return refuse('suggestion.unreachable', { host: new URL(connection.address).host })
    }
  }
  return { ask, stop: () => stopping.abort() }
}

async function answerOf({ address, model, key }: ModelConnection, messages: readonly Message[], signal: AbortSignal): Promise<string> {
  const response = await fetch(`${address}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, messages, stream: false }),
    redirect: 'manual', // the key and the question are for this address alone
    signal,
  })
  if (response.ok) return readAtMost(MOST_BYTES, response)
  await response.body?.cancel()
  const { status } = response
  return status >= 300 && status < 400 ? refuse('suggestion.leadsAway') : refuse('suggestion.refused', { status })
}

async function readAtMost(most: number, response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > most) return refuse('suggestion.nonsense') // leaving the loop ends the answer
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function contentOf(text: string): string {
  try {
    return Completion.parse(JSON.parse(text)).choices[0]!.message.content
  } catch {
    return refuse('suggestion.nonsense')
  }
}
