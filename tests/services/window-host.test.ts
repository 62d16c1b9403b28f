// Getting Electron's runtime and opening the window with it, or giving way to the browser and saying why: with a server and
// an installer of our own in place of the real ones, which are far away and large.

import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Machine } from '../../electron/choose-host.ts'
import { findRuntime, getRuntime } from '../../electron/runtime.ts'
import { runWindow } from '../../electron/start-window.ts'
import { runInWindow } from '../../electron/window-host.ts'
import { makeFolder } from '../support/folder.ts'

const DESK: Machine = { platform: 'linux', isRoot: false, hasDisplay: true, hasUserNamespaces: true }
const WANTED = '45.5.0'
const RIGHT = `#!/bin/sh\nexit 0\n`

afterEach(() => void vi.unstubAllEnvs())

/** Where Electron would be published. Gives what was asked of it. */
async function publish(answer: RequestListener = (_request, response) => response.end()): Promise<string[]> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return asked
}
function publishNothing(): void {
  vi.stubEnv('ELECTRON_MIRROR', 'http://127.0.0.1:1/')
}

/** What an installer does that puts a program of this version there. */
const installing = (program: string, version = WANTED) => `
  const fs = require('node:fs'), path = require('node:path')
  fs.mkdirSync(path.join(__dirname, 'dist'), { recursive: true })
  fs.writeFileSync(path.join(__dirname, 'dist/version'), ${JSON.stringify(version)})
  fs.writeFileSync(path.join(__dirname, 'dist/electron'), ${JSON.stringify(program)}, { mode: 0o755 })
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')`

/** node_modules as `npm ci` leaves them: the package without its runtime, and its installer. */
function makeModules(installer: string): string {
  const modules = makeFolder()
  mkdirSync(join(modules, 'electron'))
  writeFileSync(join(modules, 'electron/package.json'), JSON.stringify({ version: WANTED }))
  writeFileSync(join(modules, 'electron/install.js'), installer)
  return modules
}
/** The same with a runtime in place. */
function makeInstalled({ version = WANTED, program = RIGHT, mode = 0o755 } = {}): string {
  const modules = makeModules('process.exit(1)')
  mkdirSync(join(modules, 'electron/dist'))
  writeFileSync(join(modules, 'electron/dist/version'), version)
  writeFileSync(join(modules, 'electron/path.txt'), 'electron')
  writeFileSync(join(modules, 'electron/dist/electron'), program)
  chmodSync(join(modules, 'electron/dist/electron'), mode)
  return modules
}
async function open(modules: string, machine = DESK) {
  const said: string[] = []
  let builds = 0
  const end = await runInWindow({ machine, modules, args: [], build: async () => void builds++, say: (line) => said.push(line) })
  return { end, said, builds }
}
const timed = async <R>(work: Promise<R>): Promise<{ result: R; ms: number }> => {
  const from = performance.now()
  const result = await work
  return { result, ms: performance.now() - from }
}

describe.runIf(process.platform !== 'win32')('a runtime that is missing', () => {
  it('is fetched once from where Electron is published, and the window opens with it', async () => {
    const asked = await publish()
    const modules = makeModules(installing(RIGHT))
    expect(await open(modules)).toEqual({
      end: { code: 0 },
      said: ['Getting Electron’s runtime (about 110 MB, only once) …', 'Tenpack opens in its own window.'],
      builds: 1,
    })
    expect(asked).toEqual([`HEAD /v${WANTED}/SHASUMS256.txt`])
    expect((await open(modules)).said).toEqual(['Tenpack opens in its own window.'])
    expect(asked).toHaveLength(1)
  })

  it('that can’t be fetched here leaves it to the browser, at once where nobody answers', async () => {
    publishNothing()
    const { result, ms } = await timed(open(makeModules(installing(RIGHT))))
    expect(result).toEqual({
      end: { not: 'Electron’s runtime is not installed, and it can’t be fetched from here' },
      said: [],
      builds: 0,
    })
    expect(ms).toBeLessThan(3_000)
  })

  it('is asked for five seconds at most, where somebody takes the question and never answers', async () => {
    const asked = await publish(() => {})
    const { result, ms } = await timed(open(makeModules(installing(RIGHT))))
    expect(result.end).toEqual({ not: 'Electron’s runtime is not installed, and it can’t be fetched from here' })
    expect(asked).toHaveLength(1)
    expect(ms).toBeGreaterThan(4_000)
    expect(ms).toBeLessThan(8_000)
  })

  it('is not fetched where this version is not published', async () => {
    await publish((_request, response) => response.writeHead(404).end())
    expect((await open(makeModules(installing(RIGHT)))).end).toEqual({
      not: expect.stringContaining('can’t be fetched from here') as string,
    })
  })

  it('is not asked for where a window could not open anyway', async () => {
    const asked = await publish()
    const { end } = await open(makeModules(installing(RIGHT)), { ...DESK, hasDisplay: false })
    expect([end, asked]).toEqual([{ not: 'there is no display' }, []])
  })

  it.each([
    ['fails', 'process.exit(1)'],
    ['is killed', 'process.kill(process.pid, "SIGKILL")'],
    ['is not whole itself', 'this is no program'],
  ])('whose installer %s leaves it to the browser', async (_what, installer) => {
    await publish()
    expect((await open(makeModules(installer))).end).toEqual({ not: 'Electron’s runtime is not installed, and fetching it failed' })
  })

  it('whose installer hangs is not waited for: it is ended, and it is said that it took too long', async () => {
    await publish()
    const modules = makeModules(`require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid)); setInterval(() => {}, 1000)`)
    expect(await getRuntime(modules, () => {}, { probeMs: 5_000, installMs: 1_500 })).toBe('fetching it took too long')
    const pid = Number(readFileSync(join(modules, 'electron/pid'), 'utf8'))
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('whose installer is slow, but not too slow, is there in the end', async () => {
    await publish()
    const modules = makeModules(`setTimeout(() => {${installing(RIGHT)}}, 400)`)
    expect(await getRuntime(modules, () => {}, { probeMs: 5_000, installMs: 60_000 })).toBeNull()
    expect(findRuntime(modules).found).toBe(WANTED)
  })

  it('that is not there after all, though its installer ended well, leaves it to the browser', async () => {
    await publish()
    expect((await open(makeModules(''))).end).toEqual({ not: 'Electron’s runtime is not installed' })
  })
})

describe.runIf(process.platform !== 'win32')('a runtime that is too old', () => {
  it('is refused, with both versions, where the right one can’t be fetched', async () => {
    publishNothing()
    const ran = join(makeFolder(), 'ran')
    const { end, builds } = await open(makeInstalled({ version: '44.1.0', program: `#!/bin/sh\ntouch ${ran}\n` }))
    expect(end).toEqual({
      not: 'Electron’s runtime is version 44.1.0, and this Tenpack needs 45.5.0, and it can’t be fetched from here',
    })
    expect([builds, existsSync(ran)]).toEqual([0, false])
  })

  it('is refused also when its installer leaves it as it was', async () => {
    await publish()
    const modules = makeInstalled({ version: '44.1.0' })
    writeFileSync(join(modules, 'electron/install.js'), '')
    expect((await open(modules)).end).toEqual({ not: 'Electron’s runtime is version 44.1.0, and this Tenpack needs 45.5.0' })
  })

  it('makes way for the right one where that can be fetched', async () => {
    await publish()
    const modules = makeInstalled({ version: '44.1.0', program: '#!/bin/sh\nexit 1\n' })
    writeFileSync(join(modules, 'electron/install.js'), installing(RIGHT))
    expect((await open(modules)).end).toEqual({ code: 0 })
  })
})

describe.runIf(process.platform !== 'win32')('a runtime that is broken leaves it to the browser, with the reason', () => {
  it.each([
    ['ends at once', { program: '#!/bin/sh\nexit 127\n' }, /^Electron ended at once \(exit code 127\)$/],
    ['is cut short', { program: '\u007fELF\u0002\u0001\u0001' }, /^Electron (ended at once|could not be started) \(/],
    ['is for another kind of computer', { program: otherMachine() }, /^Electron (ended at once|could not be started) \(/],
    ['may not be run', { mode: 0o644 }, /^Electron could not be started \(EACCES\)$/],
  ])('when its program %s', async (_what, made, why) => {
    expect((await open(makeInstalled(made))).end).toEqual({ not: expect.stringMatching(why) as string })
  })

  it('when the system refuses to start it in a way that Node throws', async () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    expect(await runWindow(join(file, 'electron'), [])).toEqual({ failed: 'Electron could not be started (ENOTDIR)' })
  })
})

/** The head of a program for a processor that no desk has (a 64-bit S/390), with nothing behind it. */
function otherMachine(): string {
  const head = Buffer.alloc(64)
  head.write('\u007fELF', 'latin1')
  head.set([2, 2, 1], 4)
  head.writeUInt16BE(2, 16)
  head.writeUInt16BE(22, 18)
  head.writeUInt32BE(1, 20)
  return head.toString('latin1')
}
