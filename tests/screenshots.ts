// `npm run screenshots`: every screen of the sample practice at 1366×768, light and dark, into docs/screens. With the clock
// fixed the pictures are the same every day, so a picture that changed tells of a screen that changed.
// Names behind the command choose some of them: `npm run screenshots -- calendar client`.

import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { makeSamplePractice } from './e2e/support/sample.ts'
import { NOW, openWindow, startHost, type WebHost } from './e2e/support/host.ts'
import { findIds, SCREENS, settled, showScreen } from './e2e/support/screens.ts'
import { CHROMIUM_ARGS, findChromium } from './support/chromium.ts'

const FOLDER = 'docs/screens'
const SCHEMES = ['light', 'dark'] as const
const chosen = process.argv.slice(2)
const isWanted = (name: string) => chosen.length === 0 || chosen.includes(name)

/** Shows something in a window of its own and takes its picture in both colour schemes. */
async function picture(
  browser: Browser,
  host: WebHost,
  name: string,
  show: (page: Page) => Promise<void>,
  signIn?: (page: Page) => Promise<void>,
) {
  if (!isWanted(name)) return
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({
      baseURL: host.origin,
      viewport: { width: 1366, height: 768 },
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    })
    const page = await context.newPage()
    await signIn?.(page)
    await show(page)
    await page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}.png`, animations: 'disabled', caret: 'hide' })
    await context.close()
  }
  console.log(name)
}

mkdirSync(FOLDER, { recursive: true })
const executablePath = findChromium()
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) })

const empty = await startHost()
await picture(browser, empty, 'setup', async (page) => {
  await page.goto(empty.address)
  await settled(page)
})
await empty.close()

const host = await startHost()
const { call, cookie } = await openWindow(host)
await makeSamplePractice(call)
await call.backups.make()
const ids = await findIds(call, NOW.slice(0, 10))
await picture(browser, host, 'sign-in', async (page) => {
  await page.goto(host.address)
  await settled(page)
})
for (const screen of SCREENS) {
  const share = (page: Page) => page.context().addCookies([{ ...cookie, url: host.origin }])
  await picture(browser, host, screen.name, (page) => showScreen(page, screen, ids), share)
}
await browser.close()
await host.close()
