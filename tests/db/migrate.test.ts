// Migrations: one transaction each, whole or not at all, and an existing file is copied before its tables change.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type File, openFile, openInMemory } from '../../db/connect.ts'
import { migrate, versionOf } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openPracticeFile } from '../../db/open.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'

const schemaOf = (file: File) => file.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all()

/** The statements of a migration; a trigger holds semicolons, so its end is `END;`. */
function statementsOf(sql: string): string[] {
  const statements: string[] = []
  let rest = sql
  while (rest.trim()) {
    const isTrigger = /^(\s|--[^\n]*\n)*CREATE TRIGGER/.test(rest)
    const end = rest.indexOf(isTrigger ? 'END;' : ';\n') + (isTrigger ? 4 : 1)
    statements.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return statements
}

it('brings an empty file up to the newest version', () => {
  const file = openInMemory()
  migrate(file)
  expect(versionOf(file)).toBe(migrations.length)
  migrate(file)
  expect(versionOf(file)).toBe(migrations.length)
})

it('counts its migrations from 1, without gaps', () => {
  expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => i + 1))
})

it.each(migrations.map((m) => m.version))('leaves nothing of migration %i when it fails at any of its statements', (version) => {
  const before = migrations.slice(0, version - 1)
  const file = openInMemory()
  migrate(file, undefined, before)
  const untouched = schemaOf(file)
  const statements = statementsOf(migrations[version - 1]!.up)
  expect(statements.length).toBeGreaterThan(1)
  for (let done = 0; done <= statements.length; done++) {
    const broken = [...statements.slice(0, done), 'SELECT * FROM nowhere;'].join('\n')
    expect(() => migrate(file, undefined, [...before, { version, up: broken }])).toThrow(/nowhere/)
    expect(schemaOf(file)).toEqual(untouched)
    expect(versionOf(file)).toBe(version - 1)
  }
  migrate(file)
  expect(versionOf(file)).toBe(migrations.length)
})

it('leaves whole migrations only when the disk is cut off in the middle of one', () => {
  const random = replayable()
  const path = join(makeFolder(), 'harbour.tenpack')
  const key = makeFileKey()
  for (let n = 0; n < (LONG ? 600 : 60); n++) {
    const file = openFile({ path, key, create: true })
    const pages = file.pragma('page_count', { simple: true }) as number
    file.pragma(`max_page_count = ${pages + 1 + random.below(60)}`)
    try {
      migrate(file)
    } catch (error) {
      expect(error).toMatchObject({ code: 'SQLITE_FULL' })
    }
    const version = versionOf(file)
    file.close()
    const fresh = openInMemory()
    migrate(fresh, undefined, migrations.slice(0, version))
    const again = openFile({ path, key, create: true })
    expect(schemaOf(again)).toEqual(schemaOf(fresh))
    again.close()
    if (version === migrations.length) break
  }
  openPracticeFile({ path, key }).close()
})

it('copies an existing file, and checks the copy, before it changes its tables', () => {
  const folder = makeFolder()
  const path = join(folder, 'harbour.tenpack')
  const key = makeFileKey()
  const old = openFile({ path, key, create: true })
  migrate(old, undefined, migrations.slice(0, 3))
  old.exec(`INSERT INTO clients (number, familyName, createdOn) VALUES (1, 'Wintergreen', '2026-01-01')`)
  old.close()

  openPracticeFile({ path, key }).close()

  const copy = openFile({ path: `${path}.version-3`, key })
  expect(versionOf(copy)).toBe(3)
  expect(copy.prepare('SELECT familyName FROM clients').pluck().all()).toEqual(['Wintergreen'])
  copy.close()
  openPracticeFile({ path, key }).close()
  expect(readdirSync(folder).filter((name) => name.includes('version'))).toEqual(['harbour.tenpack.version-3'])
})

it('makes no copy of a new file', () => {
  const path = join(makeFolder(), 'harbour.tenpack')
  openPracticeFile({ path, key: makeFileKey(), create: true }).close()
  expect(existsSync(`${path}.version-0`)).toBe(false)
})
