// Addresses that are not the app's own: https ones may be opened in the person's browser, once they said so; no other.

import { dialog, shell, type BrowserWindow } from 'electron'
import { outsideLink } from '../outside-link.ts'

const asking = new WeakSet<BrowserWindow>()

/** One question at a time: a page that asks again and again is not heard meanwhile. */
export async function offerOutside(window: BrowserWindow, address: string): Promise<void> {
  const link = outsideLink(address)
  if (link === null || asking.has(window)) return
  asking.add(window)
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: `Open ${new URL(link).host} in your browser?`,
      detail: `${link}\n\nThis page is not part of Tenpack. Opening it uses the internet.`,
      buttons: ['Open', 'Cancel'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) await shell.openExternal(link)
  } finally {
    asking.delete(window)
  }
}
