// Values on their way between main and page, as structured clone carries them: what it can't carry is refused. Both
// functions are also sent to the page as text, so they use nothing from outside.

/** JSON text of a value that was cloned already. */
export function pack(value: unknown): string {
  const tagged = (one: unknown): unknown => {
    if (one === undefined) return { $: 'undefined' }
    if (typeof one === 'bigint') return { $: 'bigint', v: String(one) }
    if (typeof one === 'number' && !Number.isFinite(one)) return { $: 'number', v: String(one) }
    if (one === null || typeof one !== 'object') return one
    if (Array.isArray(one)) return one.map(tagged)
    if (one instanceof Uint8Array) return { $: 'bytes', v: [...one] }
    if (one instanceof Map) return { $: 'map', v: [...one].map(tagged) }
    if (one instanceof Set) return { $: 'set', v: [...one].map(tagged) }
    if (Object.prototype.toString.call(one) !== '[object Object]') throw new Error('The double does not carry this kind of value')
    return { $: 'object', v: Object.entries(one).map(([key, held]) => [key, tagged(held)]) }
  }
  return JSON.stringify(tagged(value))
}

export function unpack(text: string): unknown {
  type Tagged = { $: string; v: never }
  const read = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(read)
    if (one === null || typeof one !== 'object') return one
    const { $: kind, v } = one as Tagged
    switch (kind) {
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(v)
      case 'number':
        return Number(v)
      case 'bytes':
        return new Uint8Array(v)
      case 'map':
        return new Map(read(v) as [unknown, unknown][])
      case 'set':
        return new Set(read(v) as unknown[])
      default:
        return Object.fromEntries((v as [string, unknown][]).map(([key, held]) => [key, read(held)]))
    }
  }
  return read(JSON.parse(text))
}

/** As Electron does at its border: cloned or refused. */
export function cloned(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}
