// Which host `npm start` takes, and what it says about it, on every kind of machine; and what it does when Electron, once
// started, does not run.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TOLD_EXIT } from '../../electron/cannot-open.ts'
import { chooseHost, type Machine, thisMachine } from '../../electron/choose-host.ts'
import { findRuntime, type Runtime } from '../../electron/runtime.ts'
import { runWindow } from '../../electron/start-window.ts'
import { makeFolder } from '../support/folder.ts'

const desk: Machine = { platform: 'linux', isRoot: false, hasDisplay: true, hasUserNamespaces: true }
const runtime: Runtime = { wanted: '45.5.0', found: '45.5.0', program: '/x/electron', hasSandboxHelper: false }

describe('the window is chosen', () => {
  it('on a desk with the runtime, on each system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(chooseHost({ ...desk, platform }, runtime)).toEqual({ window: '/x/electron' })
  })

  it('without user namespaces when Chromium’s own helper is installed, as root has done', () => {
    const shut = { ...desk, hasUserNamespaces: false }
    expect(chooseHost(shut, { ...runtime, hasSandboxHelper: true })).toEqual({ window: '/x/electron' })
    expect(chooseHost(shut, runtime)).toEqual({ browser: expect.stringContaining('user namespaces') as string })
  })

  it('on Windows and macOS whatever Linux would need', () => {
    for (const platform of ['win32', 'darwin'] as const)
      expect(chooseHost({ platform, isRoot: true, hasDisplay: false, hasUserNamespaces: false }, runtime)).toEqual({
        window: '/x/electron',
      })
  })
})

describe('the browser is chosen, and it is said why', () => {
  it.each([
    ['as root', { isRoot: true }, /does not run as root/],
    ['without a display', { hasDisplay: false }, /no display/],
  ])('%s, before anything is fetched', (_what, change, why) => {
    for (const there of [runtime, { ...runtime, program: null, found: null }])
      expect(chooseHost({ ...desk, ...change }, there)).toEqual({ browser: expect.stringMatching(why) as string })
  })

  it.each([
    ['missing', { program: null, found: null }, /not installed/],
    ['broken', { program: null }, /broken/],
    ['too old', { found: '44.1.0' }, /version 44\.1\.0, and this Tenpack needs 45\.5\.0/],
    ['newer than tested', { found: '46.0.0' }, /version 46\.0\.0/],
    ['of no known version', { found: null }, /version unknown/],
  ])('unless the runtime, which is %s, can be fetched', (_what, change, why) => {
    expect(chooseHost(desk, { ...runtime, ...change })).toEqual({ fetch: expect.stringMatching(why) as string })
  })
})

describe('the runtime', () => {
  const makeModules = () => {
    const modules = makeFolder()
    const folder = join(modules, 'electron')
    mkdirSync(join(folder, 'dist'), { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"version":"45.5.0"}')
    return { modules, folder }
  }

  it('is not there after npm ci alone', () => {
    expect(findRuntime(makeModules().modules)).toEqual({ wanted: '45.5.0', found: null, program: null, hasSandboxHelper: false })
  })

  it('is there when its program is, and half there when only its name is', () => {
    const { modules, folder } = makeModules()
    writeFileSync(join(folder, 'path.txt'), 'electron')
    writeFileSync(join(folder, 'dist/version'), 'v45.5.0\n')
    expect(findRuntime(modules)).toMatchObject({ found: '45.5.0', program: null })
    writeFileSync(join(folder, 'dist/electron'), '')
    expect(findRuntime(modules)).toMatchObject({ found: '45.5.0', program: join(folder, 'dist/electron') })
    writeFileSync(join(folder, 'dist/chrome-sandbox'), '')
    chmodSync(join(folder, 'dist/chrome-sandbox'), 0o755) // belongs to root perhaps, but is not started as root
    expect(findRuntime(modules).hasSandboxHelper).toBe(false)
  })

  it('of this checkout is looked for without fetching it', () => {
    expect(findRuntime('node_modules').wanted).toMatch(/^45\./)
    expect(thisMachine({}).hasDisplay).toBe(false)
    expect(thisMachine({ WAYLAND_DISPLAY: 'wayland-0' }).hasDisplay).toBe(true)
  })
})

describe('Electron, once started,', () => {
  const run = (code: string, soonMs?: number) => runWindow(process.execPath, ['-e', code], soonMs)

  it('is stayed with until it ends', async () => {
    expect(await run('setTimeout(() => {}, 300)')).toEqual({ code: 0 })
  })

  it.each([
    ['an error', 'process.exit(1)', /exit code 1/],
    ['a crash', 'process.kill(process.pid, "SIGSEGV")', /SIGSEGV/],
    ['a trap of Chromium', 'process.kill(process.pid, "SIGTRAP")', /SIGTRAP/],
  ])('that ends at once with %s gives way to the browser', async (_what, code, why) => {
    expect(await run(code)).toEqual({ failed: expect.stringMatching(why) as string })
  })

  it('that can’t be started at all gives way too', async () => {
    expect(await runWindow(join(makeFolder(), 'electron'), [])).toEqual({ failed: expect.stringContaining('ENOENT') as string })
  })

  it('does not give way when the person was told why, when it was stopped, or after it had run a while', async () => {
    expect(await run(`process.exit(${TOLD_EXIT})`)).toEqual({ code: TOLD_EXIT })
    expect(await run('process.kill(process.pid, "SIGTERM")')).toEqual({ code: 0 })
    expect(await run('setTimeout(() => process.exit(1), 200)', 100)).toEqual({ code: 1 })
  })

  it('is not made a plain Node by what an editor left in the environment', async () => {
    process.env['ELECTRON_RUN_AS_NODE'] = '1'
    const end = await run('process.exit(process.env.ELECTRON_RUN_AS_NODE === undefined ? 0 : 7)', 0)
    delete process.env['ELECTRON_RUN_AS_NODE']
    expect(end).toEqual({ code: 0 })
  })
})
