// The double refuses what Electron refuses: each of these little mains would fail there, and so must it here.

import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dropFolder, forkDouble, makeDoubleFolder } from './support/double/start.ts'

const SAFE = `{ webPreferences: { sandbox: true, contextIsolation: true } }`

const MAINS: [what: string, main: string, code: number, words: RegExp][] = [
  ['waits for readiness at its top level', `import { app } from 'electron'; await app.whenReady()`, 13, /unsettled top-level await/i],
  ['makes a window too early', `import { BrowserWindow } from 'electron'; new BrowserWindow(${SAFE})`, 1, /before the app is ready/],
  [
    'serves a channel twice',
    `import { ipcMain } from 'electron'; ipcMain.handle('a', () => 1); ipcMain.handle('a', () => 2)`,
    1,
    /second handler for 'a'/,
  ],
  [
    'registers its scheme too late',
    `import { app, protocol } from 'electron'; void app.whenReady().then(() => protocol.registerSchemesAsPrivileged([]))`,
    1,
    /must be called before the app is ready/,
  ],
  [
    'serves a scheme without rights',
    `import { app, protocol } from 'electron'; void app.whenReady().then(() => protocol.handle('app', () => new Response('')))`,
    1,
    /not privileged/,
  ],
  [
    'takes the sandbox off a window',
    `import { app, BrowserWindow } from 'electron'; void app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: false, contextIsolation: true } }))`,
    1,
    /sandbox: false/,
  ],
  [
    'lets a page use Node',
    `import { app, BrowserWindow } from 'electron'; void app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: true } }))`,
    1,
    /nodeIntegration: true/,
  ],
  ['asks for what Electron does not have', `import { app } from 'electron'; app.becomeRoot()`, 1, /knows no app\.becomeRoot/],
  [
    'opens a dialog that nobody answers',
    `import { app, dialog } from 'electron'; void app.whenReady().then(() => dialog.showMessageBox({ message: 'Well?' }))`,
    1,
    /Nobody answers this dialog/,
  ],
  ['puts its files where no folder is', `import { app } from 'electron'; app.setPath('userData', '/nowhere/at/all')`, 1, /is not there/],
]

for (const [what, main, code, words] of MAINS) {
  test(`a main that ${what} @shell`, async () => {
    const folder = makeDoubleFolder()
    const file = join(folder, 'main.mjs')
    writeFileSync(file, main)
    const { child } = await forkDouble({ folder, main: file, quiet: true })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const [ended] = (await once(child, 'exit')) as [number]
    expect(said).toMatch(words)
    expect(ended).toBe(code)
    dropFolder(folder)
  })
}
