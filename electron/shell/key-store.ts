// The keys of practice files, one small 0600 file each in the config folder, named by the salt that begins the practice file.
// A key is on the disk before the file it opens is made, and is never overwritten: without it the practice is lost.

import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { FileKey } from '../../db/connect.ts'

const keyPath = (folder: string, salt: string) => join(folder, `${salt}.key`)
const checkOf = ({ key, salt }: FileKey) => createHash('sha256').update(`tenpack:${salt}:${key}`).digest('hex').slice(0, 16)

/** The key of the file that begins with this salt; undefined when this machine does not have it. Throws when its key file is damaged. */
export function findKey(folder: string, salt: string): FileKey | undefined {
  const path = keyPath(folder, salt)
  const text = readIfThere(path)
  if (text === undefined) return undefined
  const [, foundSalt = '', key = '', check = ''] = /^tenpack-key 1\nsalt ([0-9a-f]{32})\nkey ([0-9a-f]{64})\ncheck ([0-9a-f]{16})\n$/.exec(text) ?? []
  if (foundSalt !== salt || checkOf({ key, salt }) !== check) throw new Error(`The key file ${path} is damaged. Put an undamaged copy of it in its place.`)
  return { key, salt }
}

/** How many keys this machine has: to tell "another practice's file" from "the keys are gone". */
export function countKeys(folder: string): number {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.key')).length
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

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

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
