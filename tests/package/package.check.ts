// What is packaged for Linux and Windows, made with a made-up runtime: nothing that does not belong there, the fuses, its
// size; and the content, taken out again, runs in the double and draws a PDF.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { makePractice } from '../e2e/support/practice.ts'
import { clientThrough } from '../e2e/support/carriers.ts'
import { dropFolder, startDouble } from '../e2e/support/double/start.ts'
import { makeClientPackage } from '../support/make.ts'
import { belongs, productionPackages } from './allowed.ts'
import { makeRuntime } from './made-up-runtime.ts'

const MOST_BYTES = 30_000_000
const builder = join(createRequire(import.meta.url).resolve('electron-builder/package.json'), '../cli.js')

/** Packages the built app into the folder and gives where its content is. */
function packaged(folder: string, platform: 'linux' | 'win', unpacked: string): string {
  makeRuntime(join(folder, 'runtime'), platform)
  const options = [`-c.electronDist=${join(folder, 'runtime')}`, `-c.directories.output=${join(folder, 'dist')}`]
  execFileSync(process.execPath, [builder, `--${platform}`, 'dir', '--x64', '--publish', 'never', ...options], { stdio: 'pipe' })
  return join(folder, 'dist', unpacked, 'resources')
}

const TARGETS = [
  { platform: 'linux', unpacked: 'linux-unpacked', program: 'tenpack', binary: 'linux-x64.node' },
  { platform: 'win', unpacked: 'win-unpacked', program: 'Tenpack.exe', binary: 'win32-x64.node' },
] as const

for (const { platform, unpacked, program, binary } of TARGETS) {
  test.describe(`for ${platform}`, () => {
    test.describe.configure({ mode: 'serial' })
    let folder = ''
    let resources = ''
    let files: string[] = []

    test.beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'tenpack-package-'))
      resources = packaged(folder, platform, unpacked)
      const listed = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'))
      files = listed.filter((file) => !listed.some((other) => other.startsWith(`${file}/`))) // folders are listed too
    })
    test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('holds what belongs there and nothing else', () => {
      const packages = productionPackages()
      expect(files.filter((file) => !belongs(file, { packages, binary }))).toEqual([])
    })

    test('holds the app, its workers, its screens, its fonts and the database’s own binary', () => {
      for (const name of ['main', 'work', 'read-worker', 'copy-worker', 'sample-worker']) expect(files).toContain(`/out/main/${name}.js`)
      for (const file of [
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/resources/fonts/inter-regular.ttf',
        '/package.json',
        '/LICENSE',
      ])
        expect(files).toContain(file)
      expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds', binary))).toBe(true)
      expect(files.filter((file) => file.endsWith('.node'))).toEqual([`/node_modules/better-sqlite3/prebuilds/${binary}`])
    })

    test('has its fuses set', async () => {
      const wire = await getCurrentFuseWire(join(folder, 'dist', unpacked, program))
      const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] as unknown as number) === '1'
      const { RunAsNode, EnableCookieEncryption, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments } = FuseV1Options
      const { EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar, GrantFileProtocolExtraPrivileges } = FuseV1Options
      expect(
        [RunAsNode, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments, GrantFileProtocolExtraPrivileges].map(isOn),
      ).toEqual([false, false, false, false])
      expect([EnableCookieEncryption, EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar].map(isOn)).toEqual([true, true, true])
    })

    test('is not larger than it needs to be', ({}, info) => {
      const bytes = sizeOf(resources)
      info.annotations.push({ type: 'size', description: `${(bytes / 1e6).toFixed(1)} MB without the runtime` })
      console.log(`    ${platform}: ${(bytes / 1e6).toFixed(1)} MB without the runtime`)
      expect(bytes).toBeLessThan(MOST_BYTES)
    })
  })
}

test('the packaged content runs: a practice is set up, a package sold, its statement drawn', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenpack-package-'))
  const resources = packaged(folder, 'linux', 'linux-unpacked')
  const content = join(folder, 'content')
  extractAll(join(resources, 'app.asar'), content)

  const double = await startDouble({ main: join(content, 'out/main/main.js') })
  const call = clientThrough(double.page)
  const people = await makePractice(call)
  const owned = await makeClientPackage({ call, people })
  const drawn = await call.reports.drawStatement({
    clientId: owned.clientId,
    from: '2026-01-01',
    through: '2026-12-31',
    clientPackageIds: null,
    showAmounts: true,
  })
  expect(drawn.pages).toBe(1)
  expect(
    (
      await call.clientPackages.list({
        search: '',
        packageId: null,
        categoryIds: [],
        states: [],
        endingThrough: null,
        unpaid: false,
        low: false,
        sort: 'client',
        descending: false,
        page: 1,
        pageSize: 10,
      })
    ).total,
  ).toBe(1)
  await call.backups.make()
  await double.page.goto('https://app-tenpack.test/calendar')
  await expect(double.page.getByRole('button', { name: 'Today' })).toBeVisible()
  expect(await double.end()).toBe(0)
  dropFolder(double.folder)
  rmSync(folder, { recursive: true, force: true })
})

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

test('the icons are those of the drawing, in the forms that each system wants', () => {
  const icons = join(import.meta.dirname, '../../resources/icons')
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
    const png = readFileSync(join(icons, `${size}x${size}.png`))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  }
  const ico = readFileSync(join(icons, 'icon.ico'))
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 7])
  const icns = readFileSync(join(icons, 'icon.icns'))
  expect([icns.subarray(0, 4).toString(), icns.readUInt32BE(4)]).toEqual(['icns', icns.length])
})
