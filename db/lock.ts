// One program at a time writes to a practice file: it holds NAME.lock exclusively while it runs. A second start learns
// that it is taken, and where the first one answers. The lock goes with the process, also when that is killed.

import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { asOpenFailure } from './connect.ts'

export interface Lock {
  /** Leaves word for a second start: where this one can be reached. */
  tell(address: string): void
  release(): void
}

/** A database that nothing refers to is closed by the collector, and its lock gone: whoever holds one must not have to remember that. */
const held = new Set<Database.Database>()

/** The lock, or the address that its holder left (empty if it left none yet). */
export function takeLock(path: string): Lock | { holder: string } {
  const word = `${path}.address`
  const lock = hold(`${path}.lock`)
  if (!lock) return { holder: readWord(word) }
  held.add(lock)
  rmSync(word, { force: true }) // the word of one that was killed
  return {
    tell: (address) => writeFileSync(word, address, { mode: 0o600 }), // it may hold what lets a browser in
    release: () => {
      rmSync(word, { force: true })
      lock.close()
      held.delete(lock)
    },
  }
}

function hold(path: string): Database.Database | undefined {
  let lock: Database.Database | undefined
  try {
    lock = new Database(path, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined
    throw asOpenFailure(error)
  }
}

function readWord(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the first start has not got that far
  }
}
