// Which page of Chromium belongs to which window, and what each page asks for by address: served by the app's scheme, or
// let go by the app, which counts as reaching a network and is stopped here. A page that nobody made is a popup.

import type { BrowserContext, Frame, Page, Request, Route } from '@playwright/test'
import { served, toApp, toChromium } from './protocol.ts'
import { defaultSession } from './session.ts'
import { stage } from './stage.ts'

interface Owner {
  mayShowPdf: boolean
  pdf: Buffer | undefined
  letsNavigate: (address: string) => boolean
}

export const ourPages = new Map<Page, Owner>()
const routed = new WeakSet<BrowserContext>()
let making = 0

export async function takePage(context: BrowserContext, owner: Owner): Promise<Page> {
  if (!routed.has(context)) {
    routed.add(context)
    await context.route('**/*', (route) => answer(route).catch(unlessClosed))
    context.on('page', (page) => making === 0 && void page.close())
  }
  making++
  try {
    const page = await context.newPage()
    ourPages.set(page, owner)
    return page
  } finally {
    making--
  }
}

/** What a page no longer wants when it goes is no failure. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('has been closed'))) throw error
}

/** Null where the page of a popup is only being made. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const address = request.url()
  const frame = frameOf(request)
  const owner = frame && ourPages.get(frame.page())
  const isMain = request.isNavigationRequest() && frame?.parentFrame() === null
  if (!owner || (isMain && !owner.letsNavigate(address))) return route.abort('aborted')
  const url = toApp(address)
  if (await defaultSession.doubleCancels(url, request.method())) return route.abort('blockedbyclient')
  const body = request.postDataBuffer()
  const init = { method: request.method(), headers: await request.allHeaders(), ...(body ? { body: new Uint8Array(body) } : {}) }
  const reply = await served(new globalThis.Request(url, init))
  if (!reply) {
    stage.network.push(url)
    return route.abort('internetdisconnected')
  }
  const headers = Object.fromEntries(reply.headers)
  const bytes = Buffer.from(await reply.arrayBuffer())
  if (!isMain || headers['content-type'] !== 'application/pdf' || !owner.mayShowPdf)
    return route.fulfill({ status: reply.status, headers, body: bytes })
  owner.pdf = bytes // Chromium's viewer would show it in frames of its own
  return route.fulfill({ status: reply.status, contentType: 'text/html', body: '<!doctype html><title>PDF</title>' })
}

/** By Chromium's name and by Electron's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
] as const

/** A page may use what the app's handlers let it, and all of it where the app has none. */
export async function grantPermissions(context: BrowserContext, contents: { getURL: () => string }): Promise<void> {
  const origin = 'app://tenpack'
  const granted: string[] = []
  for (const [ours, electrons] of PERMISSIONS) if (await defaultSession.doubleGrants(contents, electrons, origin)) granted.push(ours)
  await context.grantPermissions(granted, { origin: toChromium(origin) })
}
