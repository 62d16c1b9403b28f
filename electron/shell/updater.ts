// New versions by electron-updater: it looks only while that is switched on, downloads beside the work, and installs when a
// person asks. It is loaded at the first look, so that a practice without the internet never has it in memory.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { AppUpdater } from 'electron-updater'
import type { Updates } from '../host.ts'
import { checkedUpdate } from '../update-file.ts'

interface Parts {
  window: () => BrowserWindow | undefined
  /** Of the makers of this build; there is none in a build that takes no updates from files. */
  publicKeyFile: string
  onBug: (error: unknown) => void
}

const EVERY_MS = 6 * 60 * 60_000

export function makeUpdates({ window, publicKeyFile, onBug }: Parts): Updates {
  let found: ReturnType<Updates['found']> = { state: 'idle' }
  let updater: Promise<AppUpdater> | undefined
  let timer: NodeJS.Timeout | undefined
  const publicKey = existsSync(publicKeyFile) ? readFileSync(publicKeyFile, 'utf8') : ''

  async function load(): Promise<AppUpdater> {
    const { autoUpdater } = (await import('electron-updater')).default
    autoUpdater.logger = null // its words name files of this computer
    autoUpdater.autoDownload = true
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.allowDowngrade = false
    autoUpdater.on('checking-for-update', () => void (found = { state: 'checking' }))
    autoUpdater.on('update-not-available', () => void (found = { state: 'idle' }))
    autoUpdater.on('update-available', ({ version }) => void (found = { state: 'downloading', version, percent: 0 }))
    autoUpdater.on('download-progress', ({ percent }) => {
      if (found.state === 'downloading') found = { ...found, percent: Math.round(percent) }
    })
    autoUpdater.on(
      'update-downloaded',
      ({ version, releaseNotes }) => void (found = { state: 'ready', version, notes: textOf(releaseNotes) }),
    )
    autoUpdater.on('error', (error) => void (found = { state: 'failed', why: whyOf(error) }))
    return autoUpdater
  }
  async function look(): Promise<void> {
    if (found.state === 'downloading' || found.state === 'ready') return
    updater ??= load()
    await (await updater).checkForUpdates()
  }
  const check = () => void look().catch((error: unknown) => void (found = { state: 'failed', why: whyOf(error) }))

  return {
    version: app.getVersion(),
    canInstallFile: publicKey !== '',
    found: () => found,
    setChecking(isOn) {
      clearInterval(timer)
      timer = undefined
      if (!isOn) return
      timer = setInterval(check, EVERY_MS).unref()
      check()
    },
    check,
    // The app closes the practice first, as at any end: electron-updater starts the installer when the app has gone.
    install: () => void updater?.then((loaded) => loaded.quitAndInstall(false, true)).catch(onBug),
    async installFile() {
      const parent = window()
      if (!parent) return 'cancelled'
      const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
        title: 'Install an update from a file',
        properties: ['openFile'],
      })
      const [picked] = filePaths
      if (canceled || picked === undefined) return 'cancelled'
      const folder = mkdtempSync(join(tmpdir(), 'tenpack-update-'))
      const { path } = checkedUpdate(picked, folder, {
        version: app.getVersion(),
        platform: process.platform,
        arch: process.arch,
        publicKey,
      })
      run(path)
      return 'installing'
    },
  }
}

/** Windows' installer runs by itself once we are gone; elsewhere the system's own way to install is opened. */
function run(installer: string): void {
  if (process.platform === 'win32') app.once('quit', () => spawn(installer, { detached: true, stdio: 'ignore' }).unref())
  else void shell.openPath(installer)
  app.quit()
}

/** Release notes are shown as text only, whatever they hold. */
const textOf = (notes: string | { note: string | null }[] | null | undefined): string =>
  (Array.isArray(notes) ? notes.map(({ note }) => note ?? '').join('\n\n') : (notes ?? '')).replace(/<[^>]*>/g, '').slice(0, 8000)

function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|NETWORK|INTERNET|ERR_NAME|ERR_CONNECTION|ERR_ADDRESS/i.test(`${code} ${String(error)}`))
    return 'There is no connection to where updates are kept. It will be tried again.'
  if (/ENOSPC/.test(code)) return 'The disk is full.'
  if (/checksum|sha512|signature|integrity/i.test(String(error))) return 'What was downloaded was not sound, so it was thrown away.'
  return 'Looking for updates did not work. It will be tried again.'
}
