// Random tests that can be played again: each says its seed when it fails, and SEED=… runs that one.

import { onTestFailed } from 'vitest'
import { makeRandom, type Random } from './seeded.ts'

/** Says on failure how to run the same again. */
export function replayable(): Random {
  const random = makeRandom(Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32)))
  onTestFailed(() => console.error(`To run this again: SEED=${random.seed}`))
  return random
}
