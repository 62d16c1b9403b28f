// What every browser test starts from: the app in one of its carriers (see carriers.ts), a practice with somebody signed in,
// and a page that fails the test if anything stands in its console or breaks the content security policy.

import { test as base, expect, type Page } from '@playwright/test'
import type { Maker } from '../../support/make.ts'
import { type Carrier, type CarrierName, startCarrier } from './carriers.ts'
import type { Double } from './double/start.ts'
import type { WebHost } from './host.ts'
import { makePractice } from './practice.ts'

interface Fixtures {
  /** The web host, for specs that are about it. */
  host: WebHost
  /** Electron's double, for specs that are about the desktop app's shell. */
  double: Double
  /** The practice, to be filled through the procedures by tests/support/make.ts. */
  desk: Maker & { people: { practitioner: number; secondPractitioner: number } }
  /** A page whose window is signed in as the owner; the test goes to an address by itself. */
  page: Page
}

export const test = base.extend<Fixtures & { carrierName: CarrierName; carrier: Carrier }>({
  carrierName: ['web', { option: true }],
  carrier: async ({ carrierName }, use) => {
    const carrier = await startCarrier(carrierName)
    await use(carrier)
    await carrier.close()
  },
  host: async ({ carrier: { host } }, use) => use(host ?? missing('web host')),
  double: async ({ carrier: { double } }, use) => use(double ?? missing('double')),
  desk: async ({ carrier: { call } }, use) => use({ call, people: await makePractice(call) }),
  baseURL: async ({ carrier }, use) => use(carrier.origin),
  page: async ({ carrier, context, desk: _desk }, use) => {
    const page = await carrier.openPage(context)
    const complaints = await complaintsOf(page)
    // A desktop window has no address bar: the base address is taken from the carrier.
    if (!carrier.host) {
      const go = page.goto.bind(page)
      page.goto = (address, options) => go(new URL(address, `${carrier.origin}/`).href, options)
    }
    await use(page)
    expect(complaints, 'complaints of the page').toEqual([])
  },
})

function missing(what: string): never {
  throw new Error(`This spec is about the ${what}, which this carrier is not`)
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
