// What the app runs in while a browser test uses it: the web host, Electron's double, or Electron itself where ELECTRON names
// its runtime. The same specs run in each; what is about one of them alone is in specs of its own.

import { once } from 'node:events'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, type BrowserContext, type Page } from '@playwright/test'
import { createORPCErrorFromJson, isORPCErrorJson } from '@orpc/client'
import { clientOver } from '../../../electron/client.ts'
import type { Client } from '../../support/app.ts'
import { DOUBLE_ORIGIN, type Double, dropFolder, makeDoubleFolder, startDouble } from './double/start.ts'
import { NOW, openWindow, startHost, type WebHost } from './host.ts'

export type CarrierName = 'web' | 'double' | 'electron'

export interface Carrier {
  /** Calls as the person at the page does. */
  call: Client
  origin: string
  openPage(context: BrowserContext): Promise<Page>
  host?: WebHost
  double?: Double
  close(): Promise<void>
}

export function startCarrier(name: CarrierName): Promise<Carrier> {
  return { web: webCarrier, double: doubleCarrier, electron: electronCarrier }[name]()
}

async function webCarrier(): Promise<Carrier> {
  const host = await startHost()
  const { call, cookie } = await openWindow(host)
  return {
    call,
    origin: host.origin,
    host,
    async openPage(context) {
      await context.addCookies([{ ...cookie, url: host.origin }])
      return context.newPage()
    },
    close: host.close,
  }
}

async function doubleCarrier(): Promise<Carrier> {
  const double = await startDouble()
  return {
    call: clientThrough(double.page),
    origin: DOUBLE_ORIGIN,
    double,
    openPage: async () => double.page,
    async close() {
      if (double.child.connected) await noteMemory(double)
      if (double.child.connected) double.answer(0) // whatever still stands in a form may go
      await double.end()
      dropFolder(double.folder)
    },
  }
}

/** How much the main process takes at the end of a test: a figure that the test run prints, not a check. */
async function noteMemory(double: Double): Promise<void> {
  double.order({ op: 'memory' })
  const [{ bytes }] = (await once(double.child, 'message')) as [{ bytes?: number }]
  if (bytes === undefined) return
  mkdirSync('out/test-reports', { recursive: true })
  appendFileSync('out/test-reports/memory.txt', `${bytes}\n`)
}

async function electronCarrier(): Promise<Carrier> {
  const folder = makeDoubleFolder()
  const app = await _electron.launch({
    executablePath: process.env['ELECTRON'] ?? '',
    args: [resolve('.'), '--data', join(folder, 'data')],
    env: { ...(process.env as Record<string, string>), TENPACK_CONFIG: join(folder, 'config'), TENPACK_NOW: NOW },
  })
  const page = await app.firstWindow()
  return {
    call: clientThrough(page),
    origin: 'app://tenpack',
    openPage: async () => page,
    async close() {
      await app.close()
      dropFolder(folder)
    },
  }
}

/** Calls by the same channel as the page itself. */
export const clientThrough = (page: Page): Client =>
  clientOver(async (path, input) => {
    const text = await page.evaluate((asked) => globalThis.tenpack?.call(asked), JSON.stringify({ path, input }))
    const reply = JSON.parse(text ?? '{}') as { output?: unknown; error?: unknown }
    if (isORPCErrorJson(reply.error)) throw createORPCErrorFromJson(reply.error)
    return reply.output
  })
