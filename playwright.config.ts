// The built renderer in a real Chromium, against the real web host. Each test has a practice file of its own.

import { defineConfig } from '@playwright/test'
import type { CarrierName } from './tests/e2e/support/carriers.ts'
import { CHROMIUM_ARGS, findChromium } from './tests/support/chromium.ts'

const executablePath = findChromium()

export default defineConfig<{ carrierName: CarrierName }>({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: [
    { name: 'web', grepInvert: /@shell/ },
    { name: 'double', grep: /@shell|@double/, use: { carrierName: 'double' } },
    { name: 'package', testDir: 'tests/package', testMatch: '*.check.ts' },
    ...(process.env['ELECTRON'] ? [{ name: 'electron', grepInvert: /@shell/, use: { carrierName: 'electron' as const } }] : []),
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
