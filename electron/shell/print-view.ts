// Prints a PDF from Chromium's own viewer, in a window in sight: if the dialog does not come by itself, the viewer's print
// button is there. Printing before the viewer stands would print an empty page, and no event tells when it does.

import { setTimeout as pause } from 'node:timers/promises'
import { BrowserWindow } from 'electron'
import { refuse } from '../../shared/errors.ts'

/** The viewer is made of frames in the window; it stands when none of them has finished loading for a while. */
const QUIET_MS = 400
const LONGEST_MS = 4_000

/** Answers once the document is in sight: what the person does in the dialog is theirs, and may take a while. */
export async function printFromView(parent: BrowserWindow, address: string, title: string): Promise<void> {
  const view = new BrowserWindow({
    parent,
    title,
    width: 900,
    height: 1000,
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true, spellcheck: false },
  })
  view.setMenu(null)
  try {
    await view.loadURL(address)
  } catch (error) {
    // The viewer may take the load over as its own, which ends ours; any other end is a failure.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) {
      if (!view.isDestroyed()) view.destroy()
      refuse('document.notPrinted', { why: 'it could not be shown' })
    }
  }
  void viewerStands(view).then(() => print(view))
}

async function viewerStands(view: BrowserWindow): Promise<void> {
  const from = performance.now()
  let last = from
  view.webContents.on('did-frame-finish-load', () => void (last = performance.now()))
  do await pause(QUIET_MS / 4)
  while (performance.now() - last < QUIET_MS && performance.now() - from < LONGEST_MS)
}

/** Printed or cancelled closes the view; anything else leaves it in sight. */
function print(view: BrowserWindow): void {
  if (view.isDestroyed()) return
  view.webContents.print({ silent: false, printBackground: true, usePrinterDefaultPageSize: true }, (success, why) => {
    if ((success || /cancel/i.test(why)) && !view.isDestroyed()) view.close()
  })
}
