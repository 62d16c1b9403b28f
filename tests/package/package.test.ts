// What would be installed on Linux and Windows: its content, its fuses, its size, and that it runs. Packaged for real, around
// a made-up runtime, so the installers themselves and macOS are not shown here.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDesktopIfStale } from '../../electron/build.ts'
import { startDoubleApp } from '../e2e/support/double-app.ts'
import { makePractice } from '../e2e/support/practice.ts'
import { book, makeClientPackage } from '../support/make.ts'
import { packageFor, type Packaged } from './packaged.ts'
import type { Platform } from './made-up-runtime.ts'

const PLATFORMS: Platform[] = ['linux', 'win32']
const MOST_BYTES = 30_000_000

/** What a person who uses Tenpack needs, and nothing else. */
const OWN = [
  /^(LICENSE|package\.json)$/,
  /^out\/main\/[\w-]+\.cjs$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/(index\.html|scheme\.js|icon\.svg|assets\/[\w.-]+\.(js|mjs|css|woff2))$/,
  /^resources\/fonts\/[\w-]+\.(ttf|txt)$/,
  /^resources\/updates\/[\w-]+\.pem$/,
]
const OF_A_PACKAGE = /\/(LICENSE[\w.-]*|[\w.-]+\.(js|cjs|mjs|json|node|trie|machine|afm|icc))$/
const NEVER = /(^|\/)(\.|tests?\/|__tests__\/|specs?\/|examples?\/|docs?\/)|\.(test|spec|config)\./

let folder = ''
const packaged = {} as Record<Platform, Packaged>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenpack-package-'))
  await buildDesktopIfStale(() => {})
  await Promise.all(PLATFORMS.map(async (platform) => void (packaged[platform] = await packageFor(platform, folder))))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** By the lockfile: what is there only for development, or only on some computers, is not packaged. */
function neededPackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Record<string, unknown>> }
  const needed = Object.entries(packages).filter(([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional)
  return new Set(needed.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))
}

describe.each(PLATFORMS)('the package for %s', (platform) => {
  it('holds what is needed and nothing else', () => {
    const needed = neededPackages()
    const isAllowed = (file: string) => {
      if (!file.startsWith('node_modules/')) return OWN.some((pattern) => pattern.test(file))
      const [, name = ''] = /.*node_modules\/((?:@[\w-]+\/)?[\w.-]+)\//.exec(file) ?? []
      return needed.has(name) && OF_A_PACKAGE.test(file)
    }
    const { files } = packaged[platform]
    expect(files.length).toBeGreaterThan(500)
    expect(files.filter((file) => !isAllowed(file) || NEVER.test(file))).toEqual([])
  })

  it('has one native module, that of its own platform, where the system can load it', () => {
    const native = (names: string[]) => names.filter((name) => name.endsWith('.node'))
    const own = [`node_modules/better-sqlite3/prebuilds/${platform}-x64.node`]
    expect(native(packaged[platform].files)).toEqual(own)
    expect(native(packaged[platform].unpacked)).toEqual(own)
  })

  it('has its workers, fonts with their licences, and every built file but the maps', () => {
    const { files } = packaged[platform]
    for (const worker of ['main', 'work', 'read-worker', 'copy-worker', 'sample-worker']) expect(files).toContain(`out/main/${worker}.cjs`)
    expect(files.filter((file) => file.includes('bench'))).toEqual([])
    expect(files.filter((file) => file.endsWith('.ttf'))).toHaveLength(6)
    expect(files.filter((file) => file.endsWith('.txt')).length).toBeGreaterThanOrEqual(5)
  })

  it('has its fuses set, so that the program runs Tenpack and nothing else', async () => {
    const { version, ...wire } = await getCurrentFuseWire(packaged[platform].program)
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(Number((wire as Record<number, number>)[fuse])) === '1'
    expect(version).toBe('1')
    expect(
      Object.fromEntries(
        Object.values(FuseV1Options)
          .filter((fuse): fuse is FuseV1Options => typeof fuse === 'number')
          .map((fuse) => [FuseV1Options[fuse], isOn(fuse)]),
      ),
    ).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    })
  })

  it('is not above 30 MB without the runtime', () => {
    const { bytes } = packaged[platform]
    process.stdout.write(`Package for ${platform}: ${(bytes / 1e6).toFixed(1)} MB\n`)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(bytes).toBeGreaterThan(5_000_000)
  })
})

it('tells the updater where to ask (on Windows its installer would)', () => {
  expect(readFileSync(join(packaged.linux.resources, 'app-update.yml'), 'utf8')).toMatch(/^provider: generic\nurl: https:\/\//)
})

it('both packages hold the same but for the native module', () => {
  const alike = (platform: Platform) => packaged[platform].files.map((file) => file.replace(`${platform}-x64.node`, 'native')).toSorted()
  expect(alike('win32')).toEqual(alike('linux'))
})

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'what was packaged starts, is set up, draws a statement, counts in its worker and copies its file',
  async () => {
    const content = join(folder, 'content')
    packaged.linux.extract(content)
    const description = JSON.parse(readFileSync(join(content, 'package.json'), 'utf8')) as Record<string, unknown>
    expect(Object.keys(description)).not.toEqual(expect.arrayContaining([expect.stringMatching(/scripts|devDependencies/)]))
    const app = startDoubleApp({ main: join(content, 'out/main/main.cjs'), isPackaged: true })
    const page = await app.page()
    await page.getByRole('button', { name: /^Set up your practice/ }).waitFor()
    const desk = { call: app.call, people: await makePractice(app.call) }
    const { clientId, itemId, serviceId } = await makeClientPackage(desk, { name: 'Relax 10' })
    await book(desk, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2031-11-25T10:00' })
    await page.goto(`/clients/${clientId}/statement`)
    await page.locator('canvas').first().waitFor()
    const { problems, counts } = await desk.call.backups.verify({})
    expect([problems, counts.sessions]).toEqual([[], 10])
    expect((await desk.call.backups.make({})).bytes).toBeGreaterThan(10_000)
    await app.end()
  },
)
