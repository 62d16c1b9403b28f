// The keys of practice files, one small 0600 file each in the config folder, named by the salt that begins the practice file.
// A key is on the disk before the file it opens is made, and is never overwritten: without it the practice is lost.

import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { FileKey } from '../../db/connect.ts'
import { firstBytes } from '../../db/file-head.ts'
import { OpenFailure } from '../../db/open-failure.ts'

/** The key for the file at this path; a new one is made for a file that is not there yet. Throws what can be said to a person. */
export function keyFor(path: string, folder: string): FileKey {
  if (!existsSync(path) || statSync(path).size === 0) return makeKey(folder)
  const { salt, isPlainSqlite, isText } = firstBytes(path)
  if (isPlainSqlite || isText) throw new OpenFailure('foreign')
  const key = findKey(folder, salt)
  if (!key) throw new OpenFailure(hasKeys(folder) ? 'wrongKey' : 'missingKey')
  return key
}

/** The key of files that begin with this salt; undefined when this machine does not have it. */
export function findKey(folder: string, salt: string): FileKey | undefined {
  const path = keyPath(folder, salt)
  if (!existsSync(path)) return undefined
  const [, foundSalt = '', key = '', check = ''] = FORM.exec(readFileSync(path, 'latin1')) ?? []
  if (foundSalt !== salt || checkOf({ key, salt }) !== check) throw new OpenFailure('damagedKey')
  return { key, salt }
}

const FORM = /^tenpack-key 1\nsalt ([0-9a-f]{32})\nkey ([0-9a-f]{64})\ncheck ([0-9a-f]{16})\n$/
const keyPath = (folder: string, salt: string) => join(folder, `${salt}.key`)
const checkOf = ({ key, salt }: FileKey) => createHash('sha256').update(`tenpack:${salt}:${key}`).digest('hex').slice(0, 16)
const hasKeys = (folder: string) => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.key'))

/** Makes the key of a new practice file and puts it on the disk before returning it. */
export function makeKey(folder: string): FileKey {
  const made = { key: randomBytes(32).toString('hex'), salt: randomBytes(16).toString('hex') }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeDurably(folder, keyPath(folder, made.salt), `tenpack-key 1\nsalt ${made.salt}\nkey ${made.key}\ncheck ${checkOf(made)}\n`)
  return made
}

/** Temporary file, fsync, then a link under the final name: a link fails where a file stands already. */
function writeDurably(folder: string, path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'wx', 0o600)
  try {
    fchmodSync(file, 0o600) // the umask may have taken more away, never less
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  linkSync(temporary, path)
  unlinkSync(temporary)
  syncFolder(folder)
}

/** Makes a new name in a folder survive a power cut. Windows can't open folders and needs no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
