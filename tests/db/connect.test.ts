// Opening the practice file: what it looks like on the disk, its settings, and each way it can't be opened, byte for byte.

import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type File, type FileKey, openFile, openToRead } from '../../db/connect.ts'
import { APPLICATION_ID } from '../../db/file-head.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openPracticeFile } from '../../db/open.ts'
import { OpenFailure } from '../../db/open-failure.ts'
import { bytesIn, makeFileKey, makeFolder } from '../support/folder.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'

function makeFile({ name = 'harbour.tenpack' } = {}) {
  const folder = makeFolder()
  const path = join(folder, name)
  const key = makeFileKey()
  openPracticeFile({ path, key, create: true }).close()
  return { folder, path, key }
}

const failure = (open: () => File) => {
  try {
    open().close()
  } catch (error) {
    return error
  }
  return undefined
}

it('makes a file that starts with its salt and has nothing readable in it', () => {
  const { path, key } = makeFile()
  const file = openFile({ path, key })
  file.exec(`INSERT INTO clients (number, familyName, createdOn) VALUES (1, 'Wintergreen', '2026-01-01')`)
  file.close()
  const bytes = readFileSync(path)
  expect(bytes.subarray(0, 16).toString('hex')).toBe(key.salt)
  expect(bytes.includes('Wintergreen') || bytes.includes('CREATE TABLE') || bytes.includes('SQLite')).toBe(false)
})

it('keeps names out of the write-ahead log too', () => {
  const { path, key } = makeFile()
  const file = openFile({ path, key })
  file.exec(`INSERT INTO clients (number, familyName, createdOn) VALUES (1, 'Wintergreen', '2026-01-01')`)
  expect(readFileSync(`${path}-wal`).includes('Wintergreen')).toBe(false)
  file.close()
})

it('runs with every setting that saving rests on', () => {
  const { path, key } = makeFile()
  const file = openFile({ path, key })
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers', 'cache_size', 'temp_store'].map((s) =>
    file.pragma(s, { simple: true }),
  )
  expect(settings).toEqual(['wal', 2, 1, 1, -65536, 2])
  expect(file.pragma('cipher', { simple: true })).toBe('aegis')
  file.close()
})

it('says that there is no file rather than making one', () => {
  const folder = makeFolder()
  expect(failure(() => openFile({ path: join(folder, 'gone.tenpack'), key: makeFileKey() }))).toMatchObject({ kind: 'missingFile' })
  expect(readdirSync(folder)).toEqual([])
})

const wrongs: [title: string, kind: string, spoil: (path: string, key: FileKey) => FileKey | undefined][] = [
  ['a missing key', 'missingKey', () => undefined],
  ['the key of another practice', 'wrongKey', () => makeFileKey()],
  ['a wrong key with the right salt', 'damaged', (_, key) => ({ ...key, key: makeFileKey().key })],
  ['a first page that was overwritten', 'damaged', (path, key) => (overwrite(path, 100, 64), key)],
  ['a file cut off after its first bytes', 'damaged', (path, key) => (truncateSync(path, 700), key)],
  ['a plain SQLite file', 'foreign', (path, key) => (plainSqlite(path), key)],
  ['a plain SQLite file when no key is known', 'foreign', (path) => (plainSqlite(path), undefined)],
  ['a text file', 'foreign', (path, key) => (writeFileSync(path, 'Dear all, the clinic is closed on Monday.\n'.repeat(200)), key)],
  ['an encrypted file of another program', 'foreign', (path, key) => (ofAnotherProgram(path, key), key)],
  ['a file of a newer version', 'newer', (path, key) => (newer(path, key), key)],
]

it.each(wrongs)('names %s and leaves every byte as it was', (_, kind, spoil) => {
  const { folder, path, key } = makeFile()
  const used = spoil(path, key)
  const before = bytesIn(folder)
  const found = failure(() => openFile({ path, key: used, create: true }))
  expect(found).toMatchObject({ name: 'OpenFailure', kind })
  expect((found as Error).message).toMatch(/^[A-Z].+\.$/)
  expect(bytesIn(folder)).toEqual(before)
  if (used) expect(failure(() => openToRead(path, used))).toMatchObject({ kind })
})

it('opens after the one who had it open was killed, with what was in its log', () => {
  const { path, key } = makeFile()
  const file = openFile({ path, key })
  file.exec(`INSERT INTO clients (number, familyName, createdOn) VALUES (1, 'Wintergreen', '2026-01-01')`)
  const copy = join(makeFolder(), 'harbour.tenpack')
  for (const end of ['', '-wal']) writeFileSync(copy + end, readFileSync(path + end)) // as the disk is at this moment
  file.close()
  const again = openFile({ path: copy, key })
  expect(again.prepare('SELECT familyName FROM clients').pluck().all()).toEqual(['Wintergreen'])
  again.close()
})

it('finds a flipped bit anywhere: the page is refused, or every row is what it was', () => {
  const random = replayable()
  const { path, key } = makeFile()
  const file = openFile({ path, key })
  const insert = file.prepare(`INSERT INTO clients (number, familyName, notes, createdOn) VALUES (?, ?, ?, '2026-01-01')`)
  for (let i = 0; i < 300; i++) insert.run(i, `Name ${i}`, 'x'.repeat(200))
  file.close()
  const whole = readFileSync(path)
  const readAll = (): string => {
    const opened = openFile({ path, key })
    try {
      if (opened.pragma('quick_check', { simple: true }) !== 'ok') throw new OpenFailure('damaged')
      return createHash('sha256')
        .update(JSON.stringify(opened.prepare('SELECT * FROM clients').all()))
        .digest('hex')
    } finally {
      opened.close()
    }
  }
  const truth = readAll()
  let refused = 0
  const flips = LONG ? 2_000 : 200
  for (let n = 0; n < flips; n++) {
    const spoilt = Buffer.from(whole)
    const at = random.below(spoilt.length)
    spoilt[at]! ^= 1 << random.below(8)
    writeFileSync(path, spoilt)
    try {
      expect(readAll(), `a bit of byte ${at} was flipped`).toBe(truth)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused++
    }
  }
  expect(refused).toBeGreaterThan(flips * 0.95)
})

it('reads beside the one who writes, and can’t write', () => {
  const { path, key } = makeFile()
  const file = openFile({ path, key })
  const reader = openToRead(path, key)
  expect(() => reader.exec(`INSERT INTO clients (number, familyName, createdOn) VALUES (1, 'Wintergreen', '2026-01-01')`)).toThrow(
    /readonly/,
  )
  reader.close()
  file.close()
  expect(existsSync(`${path}-wal`)).toBe(false)
})

const isRefusal = (error: unknown) =>
  error instanceof Error && (error.name === 'OpenFailure' || (error instanceof Database.SqliteError && /NOTADB|CORRUPT/.test(error.code)))

function overwrite(path: string, at: number, length: number): void {
  const bytes = readFileSync(path)
  bytes.fill(0x5a, at, at + length)
  writeFileSync(path, bytes)
}

function plainSqlite(path: string): void {
  writeFileSync(path, '')
  const file = new Database(path)
  file.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  file.close()
}

function ofAnotherProgram(path: string, { key, salt }: FileKey): void {
  writeFileSync(path, '')
  const file = new Database(path)
  file.pragma(`cipher = 'aegis'`)
  file.pragma(`key = 'raw:${key}${salt}'`)
  file.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  file.close()
}

function newer(path: string, key: FileKey): void {
  const file = openFile({ path, key })
  file.pragma(`application_id = ${APPLICATION_ID}`)
  file.pragma(`user_version = ${migrations.length + 1}`)
  file.close()
}
