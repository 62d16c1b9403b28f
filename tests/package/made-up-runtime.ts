// A folder that looks like Electron's runtime to electron-builder, for machines that can't have the real one. It starts
// nothing: what is packaged into it is taken out again and run in the double.

import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** Electron's own marker of where its fuses stand, the version of their format, how many there are, and each as it ships. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09110011011'

export function makeRuntime(folder: string, platform: 'linux' | 'win'): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const { version } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')) as { version: string }
  for (const [name, text] of [
    ['LICENSE', 'made up'],
    ['LICENSES.chromium.html', 'made up'],
    ['version', version],
    ['locales/en-US.pak', 'made up'],
  ] as const)
    writeFileSync(join(folder, name), text)
  const program = join(folder, platform === 'win' ? 'electron.exe' : 'electron')
  if (platform === 'win') copyFileSync(somePortableExecutable(), program)
  else writeFileSync(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  appendFileSync(program, `\n# ${FUSES}\n`, 'latin1')
}

/** Icon and version are written into it, so it must be a true program of Windows. */
const somePortableExecutable = (): string => join(dirname(require.resolve('electron-winstaller/package.json')), 'vendor/7z-x64.exe')
