// What every browser test starts from: its own web host on its own folders, a practice with somebody signed in, and a
// page that fails the test if anything stands in its console or breaks the content security policy.

import { test as base, expect, type Page } from '@playwright/test'
import type { Maker } from '../../support/make.ts'
import { openWindow, startHost, type WebHost } from './host.ts'
import { makePractice } from './practice.ts'

interface Fixtures {
  host: WebHost
  /** The practice, to be filled through the procedures by tests/support/make.ts. */
  desk: Maker & { people: { practitioner: number; secondPractitioner: number } }
  /** A page whose window is signed in as the owner; the test goes to an address by itself. */
  page: Page
}

export const test = base.extend<Fixtures & { window: Awaited<ReturnType<typeof openWindow>> }>({
  host: async ({}, use) => {
    const host = await startHost()
    await use(host)
    await host.close()
  },
  window: async ({ host }, use) => use(await openWindow(host)),
  desk: async ({ window: { call } }, use) => use({ call, people: await makePractice(call) }),
  baseURL: async ({ host }, use) => use(host.origin),
  page: async ({ context, host, window, desk: _desk }, use) => {
    await context.addCookies([{ ...window.cookie, url: host.origin }])
    const page = await context.newPage()
    const complaints = await complaintsOf(page)
    await use(page)
    expect(complaints, 'complaints of the page').toEqual([])
  },
})

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
