// Keeps what V8 compiled of our own code for the next start. Where that can't be, a start only takes longer.

import { mkdirSync } from 'node:fs'
import { enableCompileCache, flushCompileCache } from 'node:module'

/** By then a start has compiled what it needs, and a computer that is only switched off has it too. */
const KEPT_AFTER_MS = 20_000

/**
 * To be called before the code in question is loaded. Not on macOS: there no other program may change Tenpack, but one of the
 * same person could change this folder, and with it what runs under Tenpack's name and may ask the key store for the key.
 */
export function keepCompiled(folder: string, platform: NodeJS.Platform = process.platform): void {
  if (platform === 'darwin') return
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    return // whoever needs the folder above says what is wrong with it
  }
  enableCompileCache(folder)
  setTimeout(flushCompileCache, KEPT_AFTER_MS).unref()
}
