// Items of Electron's security checklist that are a matter of what is written: nothing weakens a window, everything that
// reaches outside stands in one place, and docs/security.md says where each of them is held.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const files = ['electron', 'renderer', 'shared', 'db'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name))
    .map((name) => join(room, name).replaceAll('\\', '/')),
)
const holding = (words: RegExp): string[] => files.filter((file) => words.test(readFileSync(file, 'utf8'))).sort()

it('nothing weakens a window', () => {
  expect(files.length).toBeGreaterThan(300)
  const weak =
    /nodeIntegration(InWorker|InSubFrames)?: true|contextIsolation: false|sandbox: false|webSecurity: false|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|<webview|allowpopups|bypassCSP|no-sandbox|ignore-certificate|enableRemoteModule/
  expect(holding(weak)).toEqual([])
})

it('every window is made sandboxed, isolated and without Node', () => {
  expect(holding(/new BrowserWindow\(/)).toEqual(['electron/shell/main-window.ts', 'electron/shell/print-view.ts'])
  for (const file of ['electron/shell/main-window.ts', 'electron/shell/print-view.ts']) {
    const text = readFileSync(file, 'utf8')
    for (const option of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false']) expect(text, file).toContain(option)
  }
  expect(holding(/app\.enableSandbox\(\)/)).toEqual(['electron/shell/begin.ts'])
})

it('there is one channel, and the page is given two functions', () => {
  expect(holding(/ipcMain\b/)).toEqual(['electron/shell/desktop.ts'])
  expect(readFileSync('electron/shell/desktop.ts', 'utf8').match(/ipcMain\.\w+\(/g)).toEqual(['ipcMain.handle('])
  expect(holding(/exposeInMainWorld/)).toEqual(['electron/preload.ts'])
  expect(readFileSync('shared/desktop.ts', 'utf8').match(/^ {2}\w+\(/gm)).toEqual(['  call(', '  onCommand('])
})

it('what leaves the app stands in known places', () => {
  expect(holding(/openExternal\(/)).toEqual(['electron/shell/desktop.ts', 'electron/shell/outside-links.ts'])
  expect(holding(/openPath/)).toEqual(['electron/shell/updater.ts']) // an installer, once it was checked
  expect(holding(/showItemInFolder|loadFile\(/)).toEqual([])
  expect(holding(/file:\/\//)).toEqual(['electron/shell/app-scheme.ts']) // which says that there is none
})

it('each item of the checklist is answered, by files and tests that are there', () => {
  const lines = readFileSync('docs/security.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ /.test(line))
  expect(lines.map((line) => Number(/\d+/.exec(line)![0]))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  for (const line of lines) {
    const named = [...line.matchAll(/`([\w./-]+\.(?:ts|yml|json))`/g)].map(([, name]) => name!)
    expect(named.length, line).toBeGreaterThanOrEqual(2)
    for (const name of named) expect(existsSync(name), `${name} in ${line}`).toBe(true)
  }
})
