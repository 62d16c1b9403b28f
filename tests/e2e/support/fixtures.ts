// What every browser test starts from: its own app on its own folders, carried by the web host, the double of Electron or
// Electron itself; a practice with somebody signed in; and a page that fails the test if anything stands in its console or
// breaks the content security policy.

import { test as base, expect, type Page } from '@playwright/test'
import type { Maker } from '../../support/make.ts'
import { comesLate, LONG } from '../../support/long.ts'
import type { DesktopApp } from './desktop-app.ts'
import { startDoubleApp } from './double-app.ts'
import { startElectronApp } from './electron-app.ts'
import type { WebHost } from './host.ts'
import { makePractice } from './practice.ts'
import { type CarrierName, desktopSeat, type Seat, webSeat } from './seat.ts'

interface Fixtures {
  seat: Seat
  /** Tests marked @web alone. */
  host: WebHost
  /** Tests marked @shell alone. */
  app: DesktopApp
  /** The practice, to be filled through the procedures by tests/support/make.ts. */
  desk: Maker & { people: { practitioner: number; secondPractitioner: number } }
  /** A page whose window is signed in as the owner; the test goes to an address by itself. */
  page: Page
  /** The page of somebody who starts Tenpack for the first time. */
  firstPage: Page
}

export const test = base.extend<Fixtures & { carrier: CarrierName }>({
  carrier: ['web', { option: true }],
  seat: async ({ carrier }, use, info) => {
    if (carrier === 'double') {
      const app = startDoubleApp()
      await use(desktopSeat(app))
      await app.end()
      info.annotations.push({ type: 'memory of main', description: app.residentMb().toFixed(0) })
      return
    }
    const seat = carrier === 'web' ? await webSeat() : desktopSeat(await startElectronApp())
    await use(seat)
    await seat.close()
  },
  host: async ({ seat }, use) => use(there(seat.host)),
  app: async ({ seat }, use) => use(there(seat.app)),
  desk: async ({ seat: { call } }, use) => use({ call, people: await makePractice(call) }),
  baseURL: async ({ seat }, use) => use(seat.origin),
  page: async ({ context, seat, desk: _desk }, use) => {
    const page = await seat.page(context)
    await holdBack(page)
    const complaints = await complaintsOf(page)
    await use(page)
    expect(complaints, 'complaints of the page').toEqual([])
  },
  firstPage: async ({ context, seat }, use) => {
    const page = await seat.firstPage(context)
    await holdBack(page)
    const complaints = await complaintsOf(page)
    await use(page)
    expect(complaints, 'complaints of the page').toEqual([])
  },
})

function there<T>(what: T | undefined): T {
  if (what === undefined) throw new Error('This test needs a tag: its carrier has no such thing')
  return what
}

async function holdBack(page: Page): Promise<void> {
  if (!LONG) return
  await page.route('**', async (route) => {
    await comesLate()
    await route.continue().catch(() => {}) // its page may be gone
  })
}

/** Gathers errors of the console and of scripts, and whatever the content security policy kept out. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('crash', () => complaints.push('the page crashed'))
  await page.exposeFunction('tenpackComplain', (text: string) => void complaints.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) =>
      (window as unknown as { tenpackComplain: (text: string) => void }).tenpackComplain(
        `${e.violatedDirective} kept out ${e.blockedURI || 'inline'}`,
      ),
    )
  })
  return complaints
}

export { expect }
