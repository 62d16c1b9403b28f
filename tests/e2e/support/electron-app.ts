// The desktop app on Electron's own runtime, which the variable ELECTRON names. Dialogs are answered where the app calls
// them, since no test can press the buttons of the system's own.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { atOrigin, clientOf, type DesktopApp, makeLaunch } from './desktop-app.ts'
import type { Answer, Asked } from './double/stage.ts'

const ORIGIN = 'app://tenpack'
const ROOT = join(import.meta.dirname, '../../..')

interface Played {
  answers: Answer[]
  asked: Asked[]
  opened: string[]
}

export async function startElectronApp(): Promise<DesktopApp> {
  const { folder, launch, remove, ...files } = makeLaunch()
  const program = process.env['ELECTRON']
  if (!program) throw new Error('ELECTRON names no runtime')
  const args = [ROOT, ...launch.args]
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...launch.env }).filter((one): one is [string, string] => one[1] !== undefined),
  )
  const start = async (more: string[] = []) => {
    const app = await _electron.launch({ executablePath: program, args: [...args, ...more], env })
    await app.evaluate(play)
    return app
  }
  let app = await start()
  const page = async () => atOrigin(await app.firstWindow(), ORIGIN)
  const played = <T extends keyof Played>(name: T) =>
    app.evaluate((_electron, key) => (globalThis as unknown as { played: Played }).played[key], name) as Promise<Played[T]>
  let known: Page | undefined
  const onePage = async () => (known && !known.isClosed() ? known : (known = await page()))
  const startAnew = async (...more: string[]) => {
    await exitCodeOf(app)
    known = undefined
    app = await start(more)
  }
  return {
    folder,
    origin: ORIGIN,
    page: onePage,
    call: clientOf(onePage),
    ...files,
    answer: (...answers) =>
      app.evaluate((_electron, more) => void (globalThis as unknown as { played: Played }).played.answers.push(...more), answers),
    asked: () => played('asked'),
    opened: () => played('opened'),
    isMinimized: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized() ?? false),
    choose: (...path) =>
      app.evaluate(({ Menu, BrowserWindow }, labels) => {
        let menu = Menu.getApplicationMenu()
        for (const label of labels) {
          const item = menu?.items.find((one) => one.label === label)
          if (item?.submenu) menu = item.submenu
          else item?.click({}, BrowserWindow.getAllWindows()[0])
        }
      }, path),
    crashPage: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
    closeWindow: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    quit: () => app.evaluate((electron) => electron.app.quit()),
    minimize: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize()),
    startAgain: async () => ((await once(spawn(program, args, { env, stdio: 'ignore' }), 'exit')) as [number | null])[0],
    startAnew,
    killAndStart: async () => {
      app.process().kill('SIGKILL')
      await startAnew()
    },
    ended: async () => exitCodeOf(app),
    end: async () => {
      const child = app.process()
      if (child.exitCode === null) child.kill('SIGTERM')
      expect(await exitCodeOf(app), 'how the app ended').toBe(0)
      remove()
    },
  }
}

async function exitCodeOf(app: ElectronApplication): Promise<number | null> {
  const child = app.process()
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

/** Runs in Electron's main process. */
function play({ dialog, shell }: { dialog: object; shell: object }): void {
  const played: Played = { answers: [], asked: [], opened: [] }
  Object.assign(globalThis, { played })
  type Options = { message?: string; detail?: string; title?: string; defaultPath?: string; buttons?: string[] }
  const take = (kind: Answer['kind'], given: unknown[]) => {
    const { message, title, detail, defaultPath, buttons = [] } = given.at(-1) as Options
    played.asked.push({ kind, message: message ?? title ?? '', detail: detail ?? defaultPath ?? '' })
    return { answer: played.answers.shift(), buttons }
  }
  const press = (given: unknown[]): number => {
    const { answer, buttons } = take('message', given)
    return answer?.kind === 'message' ? buttons.indexOf(answer.button) : -1
  }
  Object.assign(dialog, {
    showMessageBox: async (...given: unknown[]) => ({ response: press(given), checkboxChecked: false }),
    showMessageBoxSync: (...given: unknown[]) => press(given),
    showSaveDialog: async (...given: unknown[]) => {
      const { answer } = take('save', given)
      if (answer?.kind === 'save' && answer.staysOpen) return new Promise(() => {})
      const filePath = answer?.kind === 'save' ? answer.path : null
      return { canceled: filePath === null, filePath: filePath ?? '' }
    },
  })
  Object.assign(shell, { openExternal: async (address: string) => void played.opened.push(address) })
}
