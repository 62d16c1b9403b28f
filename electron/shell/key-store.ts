// The keys of practice files, one small 0600 file each in the config folder, named by the salt that begins the practice file.
// A key is on the disk before the file it opens is made, and is never overwritten: without it the practice is lost.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileKey } from '../../db/connect.ts'
import { firstBytes } from '../../db/file-head.ts'
import { OpenFailure } from '../../db/open-failure.ts'
import { writeDurably } from './durable-file.ts'

type Unsealed = ReadonlyMap<string, FileKey>

/** The key for the file at this path; a new one is made for a file that is not there yet. Throws what can be said to a person. */
export function keyFor(path: string, folder: string, unsealed?: Unsealed): FileKey {
  if (!existsSync(path) || statSync(path).size === 0) return makeKey(folder)
  const { salt, isPlainSqlite, isText } = firstBytes(path)
  if (isPlainSqlite || isText) throw new OpenFailure('foreign')
  const key = findKey(folder, salt, unsealed)
  if (!key) throw new OpenFailure(hasKeys(folder) ? 'wrongKey' : 'missingKey')
  return key
}

/**
 * The key of files that begin with this salt; undefined when this machine does not have it. `unsealed`: what the computer's
 * key store opened; without it a sealed key is one that only the desktop app can use.
 */
export function findKey(folder: string, salt: string, unsealed?: Unsealed): FileKey | undefined {
  const path = keyPath(folder, salt)
  if (existsSync(path)) return parseKey(readFileSync(path, 'latin1'), salt)
  if (!existsSync(sealedPath(folder, salt))) return undefined
  return unsealed?.get(salt) ?? failSealed(unsealed)
}

/** The text of a key file; throws when it is not whole, or of another practice. */
export function parseKey(text: string, salt: string): FileKey {
  const [, foundSalt = '', key = '', check = ''] = FORM.exec(text) ?? []
  if (foundSalt !== salt || checkOf({ key, salt }) !== check) throw new OpenFailure('damagedKey')
  return { key, salt }
}

export const keyPath = (folder: string, salt: string): string => join(folder, `${salt}.key`)
export const sealedPath = (folder: string, salt: string): string => join(folder, `${salt}.sealed`)

function failSealed(unsealed: Unsealed | undefined): never {
  throw new OpenFailure(unsealed ? 'shutKey' : 'sealedKey')
}

const FORM = /^tenpack-key 1\nsalt ([0-9a-f]{32})\nkey ([0-9a-f]{64})\ncheck ([0-9a-f]{16})\n$/
const checkOf = ({ key, salt }: FileKey) => createHash('sha256').update(`tenpack:${salt}:${key}`).digest('hex').slice(0, 16)
const hasKeys = (folder: string) => existsSync(folder) && readdirSync(folder).some((name) => /\.(key|sealed)$/.test(name))

/** Makes the key of a new practice file and puts it on the disk before returning it. */
export function makeKey(folder: string): FileKey {
  const made = { key: randomBytes(32).toString('hex'), salt: randomBytes(16).toString('hex') }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeDurably(keyPath(folder, made.salt), `tenpack-key 1\nsalt ${made.salt}\nkey ${made.key}\ncheck ${checkOf(made)}\n`)
  return made
}
