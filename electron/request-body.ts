// Reads a call as it comes over either door: JSON text of a path and an input, and not one piece more than a call may have.

const MOST_BYTES = 2_000_000

export type ReadCall = { path: readonly string[]; input: unknown } | 'tooLarge' | 'unreadable'

/** From the body of a web request. */
export async function readCall(request: Request): Promise<ReadCall> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return 'tooLarge'
  const text = await readText(request)
  return text === undefined ? 'tooLarge' : parseCall(text)
}

/** From the text itself. */
export function parseCall(text: unknown): ReadCall {
  if (typeof text !== 'string') return 'unreadable'
  if (text.length > MOST_BYTES || Buffer.byteLength(text) > MOST_BYTES) return 'tooLarge'
  const call = parsed(text)
  if (typeof call !== 'object' || call === null || !('path' in call) || !isPath(call.path)) return 'unreadable'
  return { path: call.path, input: 'input' in call ? call.input : undefined }
}

/** Undefined: too long. The rest is left unread, not cancelled: that would cut the line before the answer is through. */
async function readText(request: Request): Promise<string | undefined> {
  const reader = request.body?.getReader()
  const pieces: Uint8Array[] = []
  let bytes = 0
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    bytes += next.value.length
    if (bytes > MOST_BYTES) return undefined
    pieces.push(next.value)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // said as unreadable
  }
}

const isPath = (path: unknown): path is string[] =>
  Array.isArray(path) && path.length <= 5 && path.every((p) => typeof p === 'string' && p.length <= 100)
