// Verified copies: a copy that is called one opens again, and an unfinished one is never called one.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeCopy } from '../../db/copy.ts'
import { openFile, openToRead } from '../../db/connect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'

function makeFile() {
  const folder = makeFolder()
  const path = join(folder, 'harbour.tenpack')
  const key = makeFileKey()
  const file = openPracticeFile({ path, key, create: true })
  file.exec(`INSERT INTO clients (number, familyName, createdOn) VALUES (1, 'Wintergreen', '2026-01-01')`)
  return { folder, path, key, file, target: join(makeFolder(), 'copy.tenpack') }
}

it('makes a copy that opens with the same key and holds the same rows', () => {
  const { key, file, target } = makeFile()
  expect(makeCopy(file, key, target)).toBeGreaterThan(4096)
  const copy = openFile({ path: target, key })
  expect(copy.prepare('SELECT familyName FROM clients').pluck().all()).toEqual(['Wintergreen'])
  copy.close()
  file.close()
})

it('copies from a connection that only reads, while the practice works on', () => {
  const { path, key, file, target } = makeFile()
  const reader = openToRead(path, key)
  makeCopy(reader, key, target)
  reader.close()
  file.close()
  expect(readdirSync(join(target, '..'))).toEqual(['copy.tenpack'])
})

it('takes the place of an older copy, and of one that was never finished', () => {
  const { key, file, target } = makeFile()
  writeFileSync(`${target}.part`, 'half a copy')
  makeCopy(file, key, target)
  file.exec(`UPDATE clients SET familyName = 'Summerfield'`)
  makeCopy(file, key, target)
  const copy = openFile({ path: target, key })
  expect(copy.prepare('SELECT familyName FROM clients').pluck().get()).toBe('Summerfield')
  copy.close()
  file.close()
})

it('leaves nothing behind when it can’t be made', () => {
  const { key, file, target } = makeFile()
  mkdirSync(target) // something else stands there
  expect(() => makeCopy(file, key, target)).toThrow()
  expect(readdirSync(join(target, '..'))).toEqual(['copy.tenpack'])
  file.close()
})
