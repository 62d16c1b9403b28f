// Builds the renderer when what was built is missing or older than its sources. Only for a start from the sources.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
export const PAGES = join(ROOT, 'out/renderer')
const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'package-lock.json']

export async function buildRendererIfStale(say: (line: string) => void): Promise<void> {
  if (!isStale()) return
  say('Building the screens (only after a change) …')
  const { build } = await import('vite')
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
}

function isStale(): boolean {
  const index = join(PAGES, 'index.html')
  if (!existsSync(index)) return true
  const builtAt = statSync(index).mtimeMs
  return SOURCES.some((source) => newest(join(ROOT, source)) > builtAt)
}

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
