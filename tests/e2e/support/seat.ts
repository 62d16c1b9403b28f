// Where a person sits in a browser test: before a page that one of the carriers shows. What differs between a browser and a
// window of its own is in here, so that a spec need not know.

import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import type { Client } from '../../support/app.ts'
import type { DesktopApp } from './desktop-app.ts'
import { openWindow, startHost, type WebHost } from './host.ts'

export type CarrierName = 'web' | 'double' | 'electron'

export interface Saved {
  name: string
  bytes: Buffer
}

export interface Seat {
  origin: string
  /** Calls as the window that `page` shows. */
  call: Client
  page: (context: BrowserContext) => Promise<Page>
  /** As a person comes in who has not been here: nobody is signed in. */
  firstPage: (context: BrowserContext) => Promise<Page>
  /** From here on, a question whether to leave what is not saved is answered with yes. */
  leavesUnsaved: (page: Page) => Promise<void>
  /** What is saved when this is pressed, under the name that is offered. */
  saves: (page: Page, press: () => Promise<void>) => Promise<Saved>
  close: () => Promise<void>
  /** Only on the web. */
  host?: WebHost
  /** Only in a window of its own. */
  app?: DesktopApp
}

export async function webSeat(): Promise<Seat> {
  const host = await startHost()
  const { call, cookie } = await openWindow(host)
  return {
    host,
    call,
    origin: host.origin,
    page: async (context) => {
      await context.addCookies([{ ...cookie, url: host.origin }])
      return context.newPage()
    },
    firstPage: async (context) => {
      const page = await context.newPage()
      await page.goto(host.address)
      return page
    },
    leavesUnsaved: async (page) => void page.on('dialog', (dialog) => void dialog.accept()),
    saves: async (page, press) => {
      const download = page.waitForEvent('download')
      await press()
      const saved = await download
      return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) }
    },
    close: () => host.close(),
  }
}

export function desktopSeat(app: DesktopApp): Seat {
  return {
    app,
    origin: app.origin,
    call: app.call,
    page: () => app.page(),
    firstPage: () => app.page(),
    leavesUnsaved: () => app.answer({ kind: 'message', button: 'Leave' }),
    saves: async (_page, press) => {
      const path = app.freshPath('saved.pdf')
      await app.answer({ kind: 'save', path })
      await press()
      const bytes = await app.fileAt(path)
      const asked = (await app.asked()).findLast(({ kind }) => kind === 'save')
      return { name: asked?.detail.split(/[\\/]/).at(-1) ?? '', bytes }
    },
    close: () => app.end(),
  }
}
