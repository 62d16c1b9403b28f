// The desktop app in a test, whichever carries it: its window's page, and what a person or the system does beside the page.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createORPCErrorFromJson, isORPCErrorJson } from '@orpc/client'
import type { Page } from '@playwright/test'
import { clientOver } from '../../../electron/client.ts'
import type { Client } from '../../support/app.ts'
import type { Answer, Asked } from './double/stage.ts'
import type { Double } from './double/start.ts'
import { NOW } from './host.ts'

export interface DesktopApp {
  folder: string
  origin: string
  call: Client
  /** The page of its window as it is now: after a crash another one. */
  page: () => Promise<Page>
  answer: (...answers: Answer[]) => Promise<void>
  asked: () => Promise<Asked[]>
  opened: () => Promise<string[]>
  isMinimized: () => Promise<boolean>
  choose: (...path: string[]) => Promise<void>
  crashPage: () => Promise<void>
  closeWindow: () => Promise<void>
  quit: () => Promise<void>
  minimize: () => Promise<void>
  /** Started once more on the same folders; its exit code. */
  startAgain: () => Promise<number | null>
  /** Only where the double carries it. */
  double?: () => Double
  /** After it has ended, on the same folders. */
  startAnew: (...args: string[]) => Promise<void>
  /** At once, as when the power goes; and then a new start on the same folders. */
  killAndStart: () => Promise<void>
  /** The exit code, once it has ended by itself. */
  ended: () => Promise<number | null>
  /** A path in a folder that goes with the app. */
  freshPath: (name: string) => string
  fileAt: (path: string) => Promise<Buffer>
  /** Ended by the system, cleanly, with nothing left that nobody asked for. */
  end: () => Promise<void>
}

const LOOK_EVERY_MS = 50
const FILE_WITHIN_MS = 20_000

export interface Launch {
  main: string
  args: string[]
  env: Record<string, string>
}

/** Folders of its own, and what the app is started with so that it uses them. */
export function makeLaunch() {
  const folder = mkdtempSync(join(tmpdir(), 'tenpack-e2e-'))
  const main = join(import.meta.dirname, '../../../out/main/main.cjs')
  const launch: Launch = {
    main,
    args: ['--data', join(folder, 'data')],
    env: { TENPACK_CONFIG: join(folder, 'config'), TENPACK_NOW: NOW },
  }
  let last = 0
  return {
    folder,
    launch,
    freshPath: (name: string) => join(folder, `${++last}-${name}`),
    fileAt: async (path: string) => {
      for (let waited = 0; !existsSync(path) && waited < FILE_WITHIN_MS; waited += LOOK_EVERY_MS) await pause(LOOK_EVERY_MS)
      return readFileSync(path)
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}

/** The way the page calls, and by its own window. */
export const clientOf = (page: () => Promise<Page>): Client =>
  clientOver(async (path, input) => {
    const text = await (await page()).evaluate((call) => globalThis.tenpack?.call(call), JSON.stringify({ path, input }))
    if (text === undefined) throw new Error('The app did not answer its own window')
    const reply = JSON.parse(text) as { output?: unknown; error?: unknown }
    if (isORPCErrorJson(reply.error)) throw createORPCErrorFromJson(reply.error)
    return reply.output
  })

/** A page that no context of the test was made for: addresses start at the app's own. */
export function atOrigin(page: Page, origin: string): Page {
  const goto = page.goto.bind(page)
  page.goto = (address, options) => goto(new URL(address, origin).href, options)
  page.on('dialog', () => {}) // answered by the app, not by this test
  return page
}
