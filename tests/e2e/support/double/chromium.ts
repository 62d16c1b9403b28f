// The one Chromium of a double, on the folder that the app gave to Electron; tests look at its pages through the port that
// it writes there. It ends with the process that started it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type BrowserContext, chromium } from '@playwright/test'
import { CHROMIUM_ARGS } from '../../../support/chromium.ts'
import { bareApp } from './app.ts'
import { AREA, stage } from './stage.ts'

/** Of the one that was killed with its process, files may stand in the way for a moment. */
const TRIES = 10
const TRY_EVERY_MS = 300

let started: Promise<BrowserContext> | undefined

export const theContext = (): Promise<BrowserContext> => (started ??= start())

async function start(): Promise<BrowserContext> {
  const { chromium: program, isDark, timezone } = stage.settings
  const folder = join(bareApp.getPath('userData'), 'double')
  const options: Parameters<typeof chromium.launchPersistentContext>[1] = {
    args: [...CHROMIUM_ARGS, '--remote-debugging-port=0'],
    locale: 'en-GB',
    timezoneId: timezone,
    colorScheme: isDark ? 'dark' : 'light',
    viewport: AREA,
    ...(program === null ? {} : { executablePath: program }),
  }
  for (let left = TRIES; ; left--) {
    try {
      const context = await chromium.launchPersistentContext(folder, options)
      bareApp.doubleOwn.onEnd(() => context.close())
      const [port] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n')
      stage.debugAddress = `http://127.0.0.1:${port}`
      return context
    } catch (error) {
      if (left === 0) throw error
      await pause(TRY_EVERY_MS)
    }
  }
}
