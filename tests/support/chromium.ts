// Where a Chromium is on this machine. Tests and screenshots take Debian's if there is one, else Playwright's own.

import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** The browser to start, or undefined if none is installed. The variable CHROMIUM wins. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  return [...(named ? [named] : USUAL), chromium.executablePath()].find((path) => path !== '' && existsSync(path))
}

/** Chromium's own sandbox needs what containers lack; the pages are ours. */
export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu']

/** Makes sure there is one: by apt where that is possible, else by Playwright's download, else it says what to do. */
export async function installChromium(run: (command: string) => Promise<{ ok: boolean; output: string }>): Promise<void> {
  if (findChromium() !== undefined) return
  console.log('No Chromium found; installing one for the tests in the browser …')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium')
  }
  if (findChromium() === undefined) await run('playwright install chromium')
  if (findChromium() === undefined) console.log('None could be installed. Install Chromium and set CHROMIUM to its path.')
}
