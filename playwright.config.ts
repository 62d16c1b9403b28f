// The built app in a real Chromium: every test on the web host, those marked @desktop and @shell also on the double of
// Electron, and all but the web host's own on Electron itself where the variable ELECTRON names its runtime.
// Each test has a practice file of its own.

import { defineConfig } from '@playwright/test'
import type { CarrierName } from './tests/e2e/support/seat.ts'
import { CHROMIUM_ARGS, findChromium } from './tests/support/chromium.ts'
import { LONG } from './tests/support/long.ts'

const executablePath = findChromium()

export default defineConfig<{ carrier: CarrierName }>({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: LONG ? 600_000 : 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    { name: 'web', grepInvert: /@shell/, use: { carrier: 'web' } },
    { name: 'double', grep: /@desktop|@shell/, use: { carrier: 'double' } },
    ...(process.env['ELECTRON'] ? [{ name: 'electron', grepInvert: /@web|@double/, use: { carrier: 'electron' } } as const] : []),
  ],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'America/Toronto',
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) },
  },
})
