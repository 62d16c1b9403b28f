// Reads a call from a request's body, and not one piece more than a call may have.

const MOST_BYTES = 2_000_000

export async function readCall(request: Request): Promise<{ path: readonly string[]; input: unknown } | 'tooLarge' | 'unreadable'> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return 'tooLarge'
  const text = await readText(request)
  if (text === undefined) return 'tooLarge'
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
