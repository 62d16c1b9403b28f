// What Electron wants before it is ready: name, sandbox, scheme, folder, and one app at a time; then desktop.ts goes on. It
// never awaits readiness at the top level: Electron is ready only once this module has ended.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { TOLD_EXIT } from '../cannot-open.ts'
import { chromiumFolderName, readDesktopOptions } from '../desktop-options.ts'
import { registerScheme } from './app-scheme.ts'
import { devServer } from './desktop-pages.ts'
import { focusWindow, startDesktop } from './desktop.ts'
import { configFolder, dataFolder } from './folders.ts'

const options = readDesktopOptions(process.argv.slice(1))
const config = configFolder()

app.setName('Tenpack')
app.enableSandbox()
registerScheme()
if (devServer() !== undefined) {
  // Else Chromium keeps our scheme from Vite's socket on this computer, which tells the page what changed.
  app.commandLine.appendSwitch('disable-features', 'LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets')
}

if (!takeFolder(join(config, chromiumFolderName(options.data)))) {
  app.exit(TOLD_EXIT)
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow)
  void app.whenReady().then(() => startDesktop({ options, config, data: options.data ?? dataFolder() }))
} else {
  app.quit() // the first one shows its window
}

/** Where Chromium keeps its own things; Electron demands that the folder is there. */
function takeFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
    return true
  } catch {
    dialog.showErrorBox('Tenpack can’t start', `Nothing can be written to ${folder}. Check the rights of that folder.`)
    return false
  }
}
