// P25: the usage page of a package that 5,000 clients have, scrolled from its top to its end in a real Chromium, at the pace of
// a hand that is in a hurry. What counts is how long each frame took, the reading of more rows and its drawing included.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildRendererIfStale, PAGES } from '../../electron/build.ts'
import { clientOver } from '../../electron/client.ts'
import { readPageFiles } from '../../electron/page-files.ts'
import { startWebHost, type WebHost } from '../../electron/web-host.ts'
import { plural } from '../../shared/format.ts'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { PASSWORD, PIN } from '../support/app.ts'
import { CHROMIUM_ARGS, findChromium } from '../support/chromium.ts'
import { makeService } from '../support/make.ts'
import { fillWithClientPackages } from './many-client-packages.ts'
import type { Frames } from './measure.ts'

const CLIENTS = 5_000
const PACKAGES = 7 // of as many clients each
/** A screen and a half in a tenth of a second. */
const STEP_PX = 150
const AT_END = 30 // frames without more rows

export const p25: Frames = {
  id: 'P25',
  what: 'usage page of 5,000 clients, scrolled',
  goal: 50,
  rounds: 3,
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'tenpack-bench-'))
    await buildRendererIfStale(() => {})
    const host = await startHost(folder)
    const executablePath = findChromium()
    const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) })
    return {
      frames: () => scrolled(browser, host),
      bare: () => bareScrolled(browser),
      close: async () => {
        await browser.close()
        await host.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

async function startHost(folder: string): Promise<WebHost> {
  process.env['TENPACK_CONFIG'] = join(folder, 'config')
  process.env['TENPACK_NOW'] = '2026-11-23T07:00'
  const options = { data: join(folder, 'data'), port: 0 }
  const host = await startWebHost({ options, pages: async () => readPageFiles(PAGES), strict: false, warn: (line) => console.error(line) })
  if (!('practice' in host)) throw new Error(JSON.stringify(host))
  const { app, sessions } = host.practice
  const call = clientOver(async (path, input) => {
    const reply = await app.dispatch({ sessionId: 'bench', path, input })
    if ('output' in reply) return reply.output
    throw new Error(reply.error.code)
  })
  await call.setup.create({ ...SAMPLE_PRACTICE, owner: { name: 'Mara Ruiz', isPractitioner: true }, password: PASSWORD, pin: PIN })
  const staffId = sessions.staffOf('bench') ?? 0
  const service = await makeService({ call, people: { practitioner: staffId } })
  fillWithClientPackages(app.file(), { staffId, serviceId: service.id, packages: PACKAGES, clientPackages: PACKAGES * CLIENTS })
  return host
}

/** How long each frame took, in milliseconds, from the first row to the last. */
async function scrolled(browser: Browser, host: WebHost): Promise<number[]> {
  const context = await browser.newContext({ baseURL: host.origin, viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(host.address)
  const [cookie] = await context.cookies()
  host.practice.sessions.signIn(cookie?.value ?? '', host.practice.sessions.staffOf('bench') ?? 0)
  await page.goto('/packages/1/usage')
  await page.getByText(plural(CLIENTS, 'client package')).waitFor()
  const frames = await framesOf(page)
  const lastRow = await page.getByRole('row').last().getAttribute('aria-rowindex')
  await context.close()
  if (Number(lastRow) !== CLIENTS + 1) throw new Error(`It was scrolled to row ${lastRow}, not to the last`)
  return frames
}

/** As far as a twentieth of the rows. */
async function bareScrolled(browser: Browser): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.setContent('<div data-scroller style="height: 100vh; overflow: auto"><div style="height: 20000px"></div></div>')
  const frames = await framesOf(page)
  await page.close()
  return frames
}

const framesOf = (page: Page): Promise<number[]> =>
  page.evaluate(
    async ([step, atEnd]) => {
      const scroller = document.querySelector('[data-scroller]')!
      const frame = () => new Promise<number>((drawn) => requestAnimationFrame(drawn))
      const times: number[] = []
      let last = await frame()
      for (let still = 0; still < atEnd!;) {
        const before = scroller.scrollTop
        scroller.scrollTop += step!
        still = scroller.scrollTop === before ? still + 1 : 0
        const now = await frame()
        times.push(now - last)
        last = now
      }
      return times
    },
    [STEP_PX, AT_END],
  )
