// Packages the built app for one system, without an installer, and tells what came out.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { extractAll, listPackage, statFile } from '@electron/asar'
import { makeRuntime, type Platform } from './made-up-runtime.ts'

export interface Packaged {
  /** In the archive, with what lies beside it since the system must load it: paths with slashes, no folders. */
  files: string[]
  /** What lies beside the archive. */
  unpacked: string[]
  program: string
  resources: string
  /** All that is Tenpack's own, without the runtime. */
  bytes: number
  extract: (to: string) => void
}

const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
const PLACES = {
  linux: { option: '--linux', folder: 'linux-unpacked', program: 'tenpack' },
  win32: { option: '--win', folder: 'win-unpacked', program: 'Tenpack.exe' },
}

export async function packageFor(platform: Platform, folder: string): Promise<Packaged> {
  const runtime = join(folder, `runtime-${platform}`)
  makeRuntime(runtime, platform, version)
  const { option, folder: made, program } = PLACES[platform]
  const output = join(folder, `dist-${platform}`)
  const settings = [`-c.electronDist=${runtime}`, `-c.directories.output=${output}`]
  await run(['node_modules/electron-builder/cli.js', option, 'dir', '--x64', '--publish', 'never', ...settings])
  const resources = join(output, made, 'resources')
  const archive = join(resources, 'app.asar')
  const isFile = (name: string) => !('files' in statFile(archive, name, false))
  return {
    files: listPackage(archive, { isPack: false })
      .map((name) => name.slice(1))
      .filter(isFile)
      .map((name) => name.replaceAll('\\', '/')),
    unpacked: filesBelow(`${archive}.unpacked`),
    program: join(output, made, program),
    resources,
    bytes: [archive, ...filesBelow(`${archive}.unpacked`).map((name) => join(`${archive}.unpacked`, name))].reduce(
      (sum, path) => sum + statSync(path).size,
      0,
    ),
    extract: (to) => extractAll(archive, to),
  }
}

async function run(args: string[]): Promise<void> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`Packaging ended with ${code}:\n${said}`)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
}
