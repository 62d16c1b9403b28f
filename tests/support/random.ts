// Random tests that can be played again: each prints its seed when it fails, and TENPACK_SEED=… runs that one.

import { onTestFailed } from 'vitest'

export const LONG = process.env['TENPACK_LONG'] !== undefined

export interface Random {
  seed: number
  /** 0 ≤ x < n, whole. */
  below: (n: number) => number
  pick: <T>(from: readonly T[]) => T
  chance: (of: number) => boolean
}

export function makeRandom(seed = Number(process.env['TENPACK_SEED'] ?? Math.floor(Math.random() * 2 ** 32))): Random {
  const next = mulberry32(seed)
  const below = (n: number) => Math.floor(next() * n)
  return { seed, below, pick: (from) => from[below(from.length)]!, chance: (of) => next() < of }
}

/** Says on failure how to run the same again. */
export function replayable(): Random {
  const random = makeRandom()
  onTestFailed(() => console.error(`To run this again: TENPACK_SEED=${random.seed}`))
  return random
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
