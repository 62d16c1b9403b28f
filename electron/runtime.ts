// Electron's runtime in node_modules, looked for without importing its package, which would start a download. It comes apart
// from `npm ci`, from the internet, so it may be missing, half there, or of another version.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Runtime {
  /** The version that this Tenpack was made for. */
  wanted: string
  /** Of what is there. */
  found: string | null
  /** The program, where it is whole. */
  program: string | null
  /** Linux: whether its own helper may set up the sandbox, for systems that do not let programs do it. */
  hasSandboxHelper: boolean
}

/** How long its address is asked for an answer, and how long its installer may take with all of it, over a slow line too. */
const LIMITS = { probeMs: 5_000, installMs: 15 * 60_000 }
const USUAL_MIRROR = 'https://github.com/electron/electron/releases/download/'

export function findRuntime(modules: string): Runtime {
  const folder = join(modules, 'electron')
  const { version: wanted } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const program = join(folder, 'dist', textOf(join(folder, 'path.txt')) ?? 'missing')
  return {
    wanted,
    found: textOf(join(folder, 'dist/version'))?.replace(/^v/, '') ?? null,
    program: existsSync(program) && statSync(program).isFile() ? program : null,
    hasSandboxHelper: isRootHelper(join(folder, 'dist/chrome-sandbox')),
  }
}

/** Gets it from where Electron is published, if that answers in time. Says what it does; gives why not. */
export async function getRuntime(modules: string, say: (line: string) => void, limits = LIMITS): Promise<string | null> {
  const { wanted } = findRuntime(modules)
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? USUAL_MIRROR
  if (!(await answers(`${mirror}v${wanted}/SHASUMS256.txt`, limits.probeMs))) return 'it can’t be fetched from here'
  say('Getting Electron’s runtime (about 110 MB, only once) …')
  const installer = spawn(process.execPath, [join(modules, 'electron/install.js')], { stdio: ['ignore', 'inherit', 'inherit'] })
  const tooLong = setTimeout(() => installer.kill('SIGKILL'), limits.installMs)
  const started = performance.now()
  const [code] = (await once(installer, 'exit')) as [number | null]
  clearTimeout(tooLong)
  if (code === 0) return null
  return performance.now() - started < limits.installMs ? 'fetching it failed' : 'fetching it took too long'
}

async function answers(address: string, probeMs: number): Promise<boolean> {
  try {
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) })).ok
  } catch {
    return false // no network, no such server, no answer in time: all the same here
  }
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null
}

/** Owned by root and started as root, as a package of the system would install it. */
function isRootHelper(path: string): boolean {
  if (!existsSync(path)) return false
  const { uid, mode } = statSync(path)
  return uid === 0 && (mode & 0o4000) !== 0
}
