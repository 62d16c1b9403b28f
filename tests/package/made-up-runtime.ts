// A folder that looks like Electron's runtime to electron-builder, where the real one can't be had: it can be packaged and
// its fuses set, and it runs nothing. Always in a temporary folder.

import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export type Platform = 'linux' | 'win32'

/** Electron's own mark before its fuses (@electron/fuses), then their version, their number and their states as it ships. */
const FUSES = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09110011011`
/** Windows' resources are written into it, so it must be a true program; the builder brings this one for another installer. */
const require = createRequire(import.meta.url)
const ANY_PROGRAM = join(require.resolve('electron-winstaller/package.json'), '../vendor/rcedit.exe')

export function makeRuntime(folder: string, platform: Platform, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const program = join(folder, platform === 'linux' ? 'electron' : 'electron.exe')
  if (platform === 'linux') writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  else copyFileSync(ANY_PROGRAM, program)
  appendFileSync(program, FUSES, 'latin1')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) writeFileSync(join(folder, name), 'made up')
  writeFileSync(join(folder, 'version'), version)
}
