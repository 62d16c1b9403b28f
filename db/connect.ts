// Opens the practice file: encrypted, every setting that its safety rests on set and read back, or not at all.
// Marked: only SQLite. The trap: `cipher` must be set before the key, or the file silently gets another cipher.

import Database from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { APPLICATION_ID, firstBytes } from './file-head.ts'
import { migrations } from './migrations/index.ts'
import { OpenFailure } from './open-failure.ts'

export type File = Database.Database

/** 64 hex digits of key, and the 32 of the salt that starts the file: the salt tells whose file it is. */
export interface FileKey {
  key: string
  salt: string
}

export interface OpenOptions {
  path: string
  key: FileKey | undefined
  /** Makes the file if there is none. */
  create?: boolean
  /** Only for files that can be made again, as the sample practice: a power cut may lose or break it. */
  lasting?: boolean
}

export function openFile({ path, key, create = false, lasting = true }: OpenOptions): File {
  const isNew = !existsSync(path) || statSync(path).size === 0
  if (isNew && !create) throw new OpenFailure('missingFile')
  if (!isNew) assertKeyFits(path, key)
  if (!key) throw new OpenFailure('missingKey')
  // Where there is a log, closing writes it into the file: so it is looked at first by a connection that only reads. Where
  // there is none, that one would leave an empty log, and the connection that stays can look itself before it writes.
  if (!isNew && existsSync(`${path}-wal`)) opened(path, key, assertOurs, { readonly: true }).close()
  return opened(path, key, (file) => {
    if (!isNew) assertOurs(file)
    applySettings(file, lasting)
  })
}

/** A second connection that only reads, for work that would hold up the one that writes. */
export function openToRead(path: string, key: FileKey | undefined): File {
  if (!existsSync(path)) throw new OpenFailure('missingFile')
  assertKeyFits(path, key)
  return opened(
    path,
    key,
    (file) => {
      assertOurs(file)
      file.pragma('temp_store = MEMORY')
    },
    { readonly: true },
  )
}

/** A file in memory without a cipher, for tests; from an image made by `serialize()`, or empty. */
export function openInMemory(image?: Buffer): File {
  const file = new Database(image ?? ':memory:')
  applySettings(file, true)
  return file
}

/** By its first bytes alone, so that a wrong, damaged or foreign file stays as it is. */
function assertKeyFits(path: string, key: FileKey | undefined): asserts key is FileKey {
  const head = firstBytes(path)
  if (head.isPlainSqlite || head.isText) throw new OpenFailure('foreign')
  if (!key) throw new OpenFailure('missingKey')
  if (head.salt !== key.salt) throw new OpenFailure('wrongKey')
}

/** Changes nothing, so that a foreign or newer file stays as it is. */
function assertOurs(file: File): void {
  if (file.pragma('application_id', { simple: true }) !== APPLICATION_ID && hasTables(file)) throw new OpenFailure('foreign')
  if ((file.pragma('user_version', { simple: true }) as number) > migrations.length) throw new OpenFailure('newer')
}

const hasTables = (file: File): boolean => file.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined

function opened(path: string, key: FileKey, prepare: (file: File) => void, options: Database.Options = {}): File {
  let file: File | undefined
  try {
    file = new Database(path, options)
    unlock(file, key)
    file.prepare('SELECT count(*) FROM sqlite_schema').get() // the first page is read only now
    prepare(file)
    return file
  } catch (error) {
    file?.close()
    throw asOpenFailure(error)
  }
}

function unlock(file: File, { key, salt }: FileKey): void {
  file.pragma(`cipher = 'aegis'`)
  file.pragma(`key = 'raw:${key}${salt}'`) // a new file takes this salt; an old one keeps its own
}

function applySettings(file: File, lasting: boolean): void {
  const settings: [name: string, value: string, readBack: unknown][] = [
    ['journal_mode', 'WAL', file.memory ? 'memory' : 'wal'],
    ['synchronous', lasting ? 'FULL' : 'OFF', lasting ? 2 : 0],
    ['foreign_keys', 'ON', 1],
    ['recursive_triggers', 'ON', 1], // else INSERT OR REPLACE passes the triggers that forbid deleting
    ['cache_size', '-65536', -65536], // KiB: pages are decrypted once
    ['temp_store', 'MEMORY', 2], // a spilled sort would lie on the disk in the clear
  ]
  if (process.platform === 'darwin') settings.push(['fullfsync', 'ON', 1], ['checkpoint_fullfsync', 'ON', 1])
  for (const [name, value, readBack] of settings) {
    file.pragma(`${name} = ${value}`)
    if (file.pragma(name, { simple: true }) !== readBack) throw new OpenFailure('unsafe', new Error(`${name} is not ${value}`))
  }
}

export function asOpenFailure(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) return new OpenFailure('damaged', error)
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return new OpenFailure('alreadyOpen', error)
  if (error.code === 'SQLITE_FULL') return new OpenFailure('diskFull', error)
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(error.code)) return new OpenFailure('noAccess', error)
  return error
}
