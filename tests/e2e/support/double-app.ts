// The desktop app on the double of Electron, in a process of its own that can also be killed.

import { setTimeout as pause } from 'node:timers/promises'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { atOrigin, clientOf, type DesktopApp, makeLaunch } from './desktop-app.ts'
import { type Double, startDouble } from './double/start.ts'

const ORIGIN = 'https://app-tenpack.test'
const LOOK_EVERY_MS = 50
const PAGE_WITHIN_MS = 30_000

export interface DoubleApp extends DesktopApp {
  double: () => Double
  /** Of its main process. */
  residentMb: () => number
}

export function startDoubleApp(parts: { main?: string; isPackaged?: boolean; keyRing?: 'basic_text' } = {}): DoubleApp {
  const { folder, launch, remove, ...files } = makeLaunch()
  const start = (more: string[] = []) =>
    startDouble({
      ...launch,
      args: [...launch.args, ...more],
      ...(parts.main === undefined ? {} : { main: parts.main }),
      settings: { systemFolder: `${folder}/system`, isPackaged: parts.isPackaged ?? false, keyRing: parts.keyRing ?? 'gnome_libsecret' },
    })
  let double = start()
  let browser: Browser | undefined
  let known: Page | undefined
  let residentMb = 0
  let crashed = false
  /** That the key is in its file again. */
  let mayTell = false

  async function page(): Promise<Page> {
    if (known && !known.isClosed() && browser?.isConnected()) return known
    for (let waited = 0; waited < PAGE_WITHIN_MS; waited += LOOK_EVERY_MS) {
      const { debugAddress, windows } = await double.look()
      if (debugAddress !== null && windows[0]?.isVisible) {
        browser = browser?.isConnected() ? browser : await chromium.connectOverCDP(debugAddress)
        const found = browser
          .contexts()
          .flatMap((context) => context.pages())
          .find((one) => one.url().startsWith(ORIGIN))
        if (found) return (known = atOrigin(found, ORIGIN))
      }
      await pause(LOOK_EVERY_MS)
    }
    throw new Error('The double shows no page of Tenpack')
  }

  async function startAnew(...args: string[]) {
    const { said } = await double.ended
    expect(said, 'what the app said').toBe('')
    mayTell = args.includes('--unseal-key')
    await browser?.close().catch(() => {}) // it went with the app
    known = browser = undefined
    double = start(args)
  }

  return {
    folder,
    origin: ORIGIN,
    page,
    call: clientOf(page),
    ...files,
    double: () => double,
    residentMb: () => residentMb,
    answer: async (...answers) => void (await double.order({ do: 'answer', answers })),
    asked: async () => (await double.look()).asked,
    opened: async () => (await double.look()).opened,
    isMinimized: async () => (await double.look()).windows[0]?.isMinimized ?? false,
    choose: async (...path) => void (await double.order({ do: 'choose', path })),
    crashPage: async () => {
      const before = await page()
      const gone = new Promise((done) => before.once('close', done))
      await double.order({ do: 'crash' })
      await gone
      known = undefined
      crashed = true
    },
    closeWindow: async () => void (await double.order({ do: 'close' })),
    quit: async () => void (await double.order({ do: 'quit' })),
    minimize: async () => void (await double.order({ do: 'minimize' })),
    startAgain: async () => (await start().ended).code,
    startAnew,
    killAndStart: async () => {
      await double.kill()
      await startAnew()
    },
    ended: async () => (await double.ended).code,
    end: async () => {
      if (double.isRunning()) {
        const seen = await double.look()
        residentMb = seen.residentMb
        await browser?.close()
        expect(seen.answersLeft, 'answers that nobody asked for').toBe(0)
        expect([...seen.network, ...seen.downloads], 'what the app let out').toEqual([])
        await double.kill('SIGTERM')
      }
      const { code, said } = await double.ended
      remove()
      expect(said, 'what the app said').toMatch(crashed ? /^\w+ PageGone: crashed\n/ : mayTell ? /^The key .* file again\.\n$/ : /^$/)
      expect(code, 'how the app ended').toBe(0)
    },
  }
}
