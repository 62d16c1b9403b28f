// A generator of numbers that gives the same ones again for the same seed. Knows nothing of the test runner.

export interface Random {
  seed: number
  /** 0 ≤ x < n, whole. */
  below: (n: number) => number
  pick: <T>(from: readonly T[]) => T
  chance: (of: number) => boolean
}

export function makeRandom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (n: number) => Math.floor(next() * n)
  return { seed, below, pick: (from) => from[below(from.length)]!, chance: (of) => next() < of }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
