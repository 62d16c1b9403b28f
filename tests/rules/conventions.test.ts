// What every source file keeps to and no linter checks: a head of one to four lines that says what it is for, a name in
// kebab-case, and nothing left to do.

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOMS = ['shared', 'db', 'electron', 'renderer', 'tests']
const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, name)),
)
const sources = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n') }))
const violating = (broken: (source: { file: string; lines: string[] }) => boolean) => sources.filter(broken).map(({ file }) => file)

test('there are sources to check in every room', () => {
  for (const room of ROOMS) expect(files.filter((file) => file.startsWith(room)).length).toBeGreaterThan(10)
})

test('every file starts with one to four lines that say what it is for', () => {
  const headLines = (lines: string[]) => lines.findIndex((line) => !line.startsWith('//'))
  expect(violating(({ lines }) => headLines(lines) < 1 || headLines(lines) > 4)).toEqual([])
})

test('every file has a name in kebab-case', () => {
  expect(violating(({ file }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(basename(file)))).toEqual([])
})

test('nothing is left to do later', () => {
  const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)
  expect(violating(({ lines }) => lines.some((line) => later.test(line)))).toEqual([])
})

test('nothing that a start loads makes an Intl object before it is asked for: the first one takes 7 ms', () => {
  const isLoadedAtStart = (file: string) => /^(shared|db|electron)\//.test(file.replaceAll('\\', '/')) && !/\bdocuments\b/.test(file)
  const made = /^(export )?(const|let) .*new Intl\./
  expect(violating(({ file, lines }) => isLoadedAtStart(file) && lines.some((line) => made.test(line)))).toEqual([])
})
