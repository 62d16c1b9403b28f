// The folder borders of .oxlintrc.json, shown to hold: each forbidden import is written into a copy of the layout and
// must be reported, each allowed one must not. A border that no longer fires would otherwise go unnoticed.

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

type Case = [file: string, source: string]

const FORBIDDEN: Case[] = [
  ['shared/domain/a.ts', "export * from '../../db/handles.ts'"],
  ['shared/domain/b.ts', "export * from '../../electron/app.ts'"],
  ['shared/domain/c.ts', "export type * from '../../renderer/api.ts'"],
  ['shared/domain/d.ts', "export { readFileSync } from 'node:fs'"],
  ['shared/domain/e.ts', "export { readFileSync } from 'fs'"],
  ['shared/domain/f.ts', "export { sql } from 'kysely'"],
  ['shared/domain/g.ts', "export { useState } from 'react'"],
  ['shared/domain/h.ts', 'export const now = () => new Date()'],
  ['shared/domain/i.ts', 'export const now = () => Date.now()'],
  ['shared/domain/j.ts', "export { default as dayjs } from 'dayjs'"],
  ['db/a.ts', "export * from '../electron/app.ts'"],
  ['db/queries/b.ts', "export type * from '../../renderer/api.ts'"],
  ['db/queries/c.ts', "export * from '../../tests/support/make.ts'"],
  ['electron/a.ts', "export { sql } from 'kysely'"],
  ['electron/b.ts', "export { default as Database } from 'better-sqlite3'"],
  ['electron/c.ts', "export { app } from 'electron'"],
  ['electron/d.ts', "export * from '../renderer/api.ts'"],
  ['electron/services/e.ts', "export type { Kysely } from 'kysely'"],
  ['electron/services/f.ts', "export * from '../../db/connect.ts'"],
  ['electron/services/g.ts', "export { app } from 'electron'"],
  ['electron/documents/h.ts', 'export const now = () => new Date().getTime()'],
  ['renderer/a.ts', "export * from '../db/handles.ts'"],
  ['renderer/b.ts', "export type * from '../electron/context.ts'"],
  ['renderer/c.ts', "export { join } from 'node:path'"],
  ['renderer/d.ts', "export { ipcRenderer } from 'electron'"],
  ['renderer/e.ts', 'export const now = () => Date.now()'],
  ['renderer/components/f.tsx', "export * from '../screens/clients/client-page.tsx'"],
  ['renderer/components/pips/g.tsx', "export const load = () => import('../../screens/clients/client-page.tsx')"],
  ['renderer/components/h.tsx', "export * from '../../db/handles.ts'"],
  ['renderer/screens/clients/i.tsx', "export * from '../packages/package-page.tsx'"],
  ['renderer/screens/clients/j.tsx', "export * from '../../screens/packages/editor/package-page.tsx'"],
  ['renderer/screens/clients/k.tsx', "export * from '../../../electron/app.ts'"],
  ['renderer/screens/clients/tabs/l.tsx', "export * from '../../packages/package-page.tsx'"],
  ['renderer/screens/clients/tabs/m.tsx', "export * from '../../../../db/handles.ts'"],
]

const ALLOWED: Case[] = [
  ['shared/contract/a.ts', "export { z } from 'zod'\nexport { sum } from '../money.ts'"],
  [
    'db/queries/a.ts',
    "export { sql } from 'kysely'\nexport { refuse } from '../../shared/errors.ts'\nexport { readFileSync } from 'node:fs'",
  ],
  [
    'electron/a.ts',
    "export { findPackage } from '../db/queries/packages.ts'\nexport type { Kysely } from 'kysely'\nexport { join } from 'node:path'",
  ],
  ['electron/main.ts', "export { app } from 'electron'"],
  ['electron/shell/windows.ts', "export { BrowserWindow } from 'electron'"],
  ['electron/services/b.ts', "export { findPackage } from '../../db/queries/packages.ts'\nexport type { Db } from '../../db/handles.ts'"],
  ['electron/clock.ts', 'export const now = () => new Date()'],
  ['renderer/app.tsx', "export const load = () => import('./screens/clients/client-page.tsx')"],
  ['renderer/components/b.tsx', "export { sum } from '../../shared/money.ts'\nexport { useState } from 'react'"],
  [
    'renderer/screens/clients/c.tsx',
    "export { Pips } from '../../components/pips.tsx'\nexport { sum } from '../../../shared/money.ts'\nexport * from './d.tsx'",
  ],
  ['renderer/screens/clients/tabs/e.tsx', "export { Pips } from '../../../components/pips.tsx'\nexport * from '../client-page.tsx'"],
  ['tests/rules/a.test.ts', "export { sql } from 'kysely'\nexport const now = () => Date.now()"],
]

const CYCLE: Case[] = [
  ['shared/one.ts', "import { two } from './two.ts'\nexport const one = (): number => two()"],
  ['shared/two.ts', "import { one } from './one.ts'\nexport const two = (): number => one()"],
]

/** Writes the cases into a folder laid out as this one and returns each file that oxlint complains about, with the rules. */
function lint(cases: Case[]): Map<string, string[]> {
  const root = mkdtempSync(join(tmpdir(), 'tenpack-borders-'))
  try {
    copyFileSync('.oxlintrc.json', join(root, '.oxlintrc.json'))
    for (const [file, source] of cases) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), `${source}\n`)
    }
    const { diagnostics, number_of_files: files } = JSON.parse(oxlint(root)) as {
      diagnostics: { filename: string; code: string }[]
      number_of_files: number
    }
    expect(files).toBe(cases.length)
    const found = Map.groupBy(diagnostics, ({ filename }) => filename.replaceAll('\\', '/'))
    return new Map([...found].map(([file, list]) => [file, list.map(({ code }) => code)]))
  } finally {
    rmSync(root, { recursive: true })
  }
}

function oxlint(root: string): string {
  const program = resolve('node_modules/oxlint/bin/oxlint')
  try {
    return execFileSync(process.execPath, [program, '--format=json', '.'], { cwd: root, encoding: 'utf8' })
  } catch (error) {
    return (error as { stdout: string }).stdout // it exits with 1 when it finds something
  }
}

test('every forbidden import and every reading of the clock is reported', () => {
  const found = lint(FORBIDDEN)
  const isBorder = (code: string) => code.includes('no-restricted-imports') || code.includes('no-restricted-globals')
  expect(FORBIDDEN.filter(([file]) => !found.get(file)?.some(isBorder)).map(([file, source]) => `${file}: ${source}`)).toEqual([])
})

test('every allowed import passes', () => {
  expect([...lint(ALLOWED)]).toEqual([])
})

test('a cycle of imports is reported', () => {
  expect([...lint(CYCLE).values()].flat().some((code) => code.includes('no-cycle'))).toBe(true)
})
