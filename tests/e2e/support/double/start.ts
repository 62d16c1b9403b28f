// The test's side of the double: starts a built main process in it, plays the person and the system, and hands out its page.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Order } from './run.ts'

export interface Told {
  told: 'asked' | 'opened' | 'printed' | 'focused' | 'memory'
  kind?: string
  options?: Record<string, unknown>
  url?: string
  bytes?: number
}

export interface Double {
  page: Page
  port: number
  folder: string
  child: ChildProcess
  /** Everything it told so far, newest last. */
  told: Told[]
  /** What the person does at the next dialog. */
  answer(value: unknown): void
  order(order: Order): void
  /** Ends as the person does, and waits for it: its exit code. */
  end(): Promise<number | null>
}

export interface DoubleOptions {
  folder?: string
  main?: string
  cwd?: string
  now?: string
  keyStore?: string
  args?: string[]
  /** What it prints is for the test, not for the terminal. */
  quiet?: boolean
}

const LONGEST_MS = 30_000
export const DOUBLE_ORIGIN = 'https://app-tenpack.test'

export const makeDoubleFolder = (): string => mkdtempSync(join(tmpdir(), 'tenpack-double-'))
export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Forks it; the page is looked for by `firstPage`. */
export async function forkDouble({
  folder = makeDoubleFolder(),
  main = resolve('out/main/main.js'),
  cwd = process.cwd(),
  now = '2026-11-24T08:30',
  keyStore = 'gnome_libsecret',
  args = [],
  quiet = false,
}: DoubleOptions = {}) {
  const port = await freePort()
  const documents = join(folder, 'documents')
  mkdirSync(documents, { recursive: true })
  const child = fork(resolve('tests/e2e/support/double/run.ts'), [main, '--data', join(folder, 'data'), ...args], {
    cwd,
    stdio: quiet ? ['ignore', 'ignore', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      TENPACK_CONFIG: join(folder, 'config'),
      TENPACK_NOW: now,
      DOUBLE_PORT: String(port),
      DOUBLE_DOCUMENTS: documents,
      DOUBLE_KEY_STORE: keyStore,
    },
  })
  const told: Told[] = []
  child.on('message', (message: Told) => void told.push(message))
  return { child, port, folder, documents, told }
}

export async function startDouble(options: DoubleOptions = {}): Promise<Double> {
  const { child, port, folder, told } = await forkDouble(options)
  const page = await firstPage(child, port)
  return {
    page,
    port,
    folder,
    child,
    told,
    answer: (value) => void child.send({ op: 'answer', value }),
    order: (order) => void child.send(order),
    async end() {
      if (!child.connected) return child.exitCode
      const exited = once(child, 'exit') as Promise<[number | null]>
      child.send({ op: 'quit' })
      return (await exited)[0]
    },
  }
}

/** The page of the app's window, once it shows the app. */
export async function firstPage(child: ChildProcess, port: number): Promise<Page> {
  const until = performance.now() + LONGEST_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The double ended with ${child.exitCode}`)
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => undefined)
    const page = browser
      ?.contexts()
      .flatMap((context) => context.pages())
      .find((one) => one.url().startsWith(DOUBLE_ORIGIN))
    if (page) {
      page.on('dialog', () => {}) // the double's to answer; without a listener this connection would
      return page
    }
    await browser?.close()
    if (performance.now() > until) throw new Error('The double showed no page')
    await new Promise((later) => setTimeout(later, 100))
  }
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? found(address.port) : fail(new Error('No port'))))
    })
  })
}
