// What the first bytes of a file tell without its key. An encrypted practice file starts with its salt, 16 random bytes.

import { closeSync, openSync, readSync } from 'node:fs'
import { OpenFailure } from './open-failure.ts'

/** In the header of every practice file, under its cipher: "TPCK". */
export const APPLICATION_ID = 0x5450434b

const PLAIN = 'SQLite format 3\0'

export interface Head {
  /** 32 hex digits. */
  salt: string
  isPlainSqlite: boolean
  /** Sixteen readable characters: a salt is never that. */
  isText: boolean
}

export function firstBytes(path: string): Head {
  const bytes = Buffer.alloc(16)
  const descriptor = open(path)
  try {
    readSync(descriptor, bytes, 0, 16, 0)
  } finally {
    closeSync(descriptor)
  }
  const isPlainSqlite = bytes.toString('latin1') === PLAIN
  return { salt: bytes.toString('hex'), isPlainSqlite, isText: !isPlainSqlite && bytes.every((b) => b >= 9 && b < 127) }
}

function open(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw new OpenFailure('noAccess', error)
  }
}
