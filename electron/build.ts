// Builds what a start from the sources needs, when it is missing or older than its sources: the screens for the web host,
// everything for the desktop app.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
export const PAGES = join(ROOT, 'out/renderer')
export const MAIN = join(ROOT, 'out/main/main.cjs')

const SCREENS = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json']
const EVERYTHING = [...SCREENS, 'electron', 'db', 'electron.vite.config.ts']

type Say = (line: string) => void

export async function buildRendererIfStale(say: Say): Promise<void> {
  if (!isStale(join(PAGES, 'index.html'), SCREENS)) return
  say('Building the screens (only after a change) …')
  const { build } = await import('vite')
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
}

export async function buildDesktopIfStale(say: Say): Promise<void> {
  if (!isStale(MAIN, EVERYTHING) && !isStale(join(PAGES, 'index.html'), SCREENS)) return
  say('Building Tenpack (only after a change) …')
  const code = await electronVite('build', '--logLevel', 'error')
  if (code !== 0) throw new Error(`The build ended with ${code}`)
}

/** Runs electron-vite to its end; gives its exit code. */
export async function electronVite(...args: string[]): Promise<number> {
  const tool = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const [code] = (await once(spawn(process.execPath, [tool, ...args], { cwd: ROOT, stdio: 'inherit' }), 'exit')) as [number | null]
  return code ?? 1
}

function isStale(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  return sources.some((source) => newest(join(ROOT, source)) > builtAt)
}

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
