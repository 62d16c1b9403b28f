// What V8 compiled is kept for the next start: by starts of a small program, as only a process of its own can show it.

import { execFileSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { makeFolder } from '../support/folder.ts'

/** Starts a program that keeps what it compiled, loads something and prints whether a cache is in use; then counts what is kept. */
function start(folder: string, kept: string, platform: string) {
  const [entry, rest] = [join(folder, 'entry.mjs'), join(folder, 'rest.mjs')]
  writeFileSync(rest, 'export const said = () => "loaded"\n')
  writeFileSync(
    entry,
    `import { getCompileCacheDir } from 'node:module'
import { keepCompiled } from ${JSON.stringify(pathToFileURL(resolve('electron/compiled.ts')).href)}
keepCompiled(${JSON.stringify(kept)}, ${JSON.stringify(platform)})
const { said } = await import('./rest.mjs')
console.log(said(), getCompileCacheDir() !== undefined)
`,
  )
  const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env
  return execFileSync(process.execPath, [entry], { encoding: 'utf8', env }).trim()
}
const filesIn = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

it('keeps what a start compiled, in a folder of this person alone', () => {
  const folder = makeFolder()
  const kept = join(folder, 'config/compiled')
  expect(start(folder, kept, 'linux')).toBe('loaded true')
  const files = filesIn(kept)
  expect(files).toBeGreaterThan(0)
  if (process.platform !== 'win32') for (const made of [kept, join(folder, 'config')]) expect(statSync(made).mode & 0o077).toBe(0)
  expect(start(folder, kept, 'linux')).toBe('loaded true')
  expect(filesIn(kept)).toBe(files)
})

it('keeps nothing on macOS, where the folder would be a way into an app that can’t be changed itself', () => {
  const folder = makeFolder()
  expect(start(folder, join(folder, 'compiled'), 'darwin')).toBe('loaded false')
  expect(readdirSync(folder)).not.toContain('compiled')
})

it('starts all the same where the folder can’t be made, or what lies in it is spoiled', () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(start(folder, join(folder, 'file/compiled'), 'linux')).toBe('loaded false')
  const kept = join(folder, 'compiled')
  start(folder, kept, 'linux')
  for (const entry of readdirSync(kept, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) writeFileSync(join(entry.parentPath, entry.name), 'spoiled')
  expect(start(folder, kept, 'linux')).toBe('loaded true')
})
