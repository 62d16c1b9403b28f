// Everything a page could ask of Electron is refused, unless Tenpack needs it: leaving our own pages, new windows,
// webviews, permissions, devices, downloads, and the network, which our pages never use.

import { app, BrowserWindow, session, type WebContents } from 'electron'
import { isOurPage } from '../ipc.ts'
import { offerOutside } from './outside-links.ts'

const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*']

/** Before any window is made. `devServer`: where the screens come from while developing. */
export function lockDown(devServer: string | undefined): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
  own.setSpellCheckerEnabled(false) // it would fetch its dictionaries
  own.webRequest.onBeforeRequest({ urls: NETWORK }, ({ url }, answer) => answer({ cancel: !isOfDevServer(url, devServer) }))
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (details) => {
    if (!isOurPage(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const window = BrowserWindow.fromWebContents(contents)
    if (window) void offerOutside(window, url)
    return { action: 'deny' }
  })
}

function isOfDevServer(address: string, devServer: string | undefined): boolean {
  return devServer !== undefined && URL.canParse(address) && new URL(address).host === new URL(devServer).host
}
