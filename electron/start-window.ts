// Starts Electron with the built app and stays until it ends. Ending within seconds with an error, before a person could have
// been told anything, means that it does not run on this machine.

import { type ChildProcess, spawn } from 'node:child_process'
import { TOLD_EXIT } from './cannot-open.ts'

const SOON_MS = 10_000

/** `failed`: it does not run here, and why. Otherwise how it ended. */
export async function runWindow(
  program: string,
  args: readonly string[],
  soonMs: number = SOON_MS,
): Promise<{ failed: string } | { code: number }> {
  const env = { ...process.env }
  delete env['ELECTRON_RUN_AS_NODE'] // set by some editors; Electron would be a plain Node then
  const from = performance.now()
  const child = started(program, args, env)
  if (typeof child === 'string') return { failed: `Electron could not be started (${child})` }
  const forward = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, forward)
  const end = await ended(child)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, forward)

  if (typeof end === 'string') return { failed: `Electron could not be started (${end})` }
  const { code, signal } = end
  const wasSoon = performance.now() - from < soonMs
  if (wasSoon && code !== 0 && code !== TOLD_EXIT && signal !== 'SIGINT' && signal !== 'SIGTERM')
    return { failed: `Electron ended at once (${signal ?? `exit code ${code}`})` }
  return { code: code ?? 0 }
}

/** Or a word for why the system would not start it; it gives some of these words later, by an event. */
function started(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess | string {
  try {
    return spawn(program, [...args], { stdio: 'inherit', env })
  } catch (error) {
    return wordOf(error)
  }
}

const ended = (child: ChildProcess): Promise<string | { code: number | null; signal: NodeJS.Signals | null }> =>
  new Promise((done) => {
    child.on('error', (error) => done(wordOf(error)))
    child.on('exit', (code, signal) => done({ code, signal }))
  })

const wordOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error))
