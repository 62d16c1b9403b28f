// Starting: a second time, and with every kind of file that can't be opened. Nothing is ever overwritten.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { HELP, readStartOptions } from '../../electron/start-options.ts'
import { bytesIn, makeFolder } from '../support/folder.ts'
import { startHost, tryToStart } from '../support/web-host.ts'

/** `npm start` in a process of its own. */
async function npmStart(folder: string, ...args: string[]) {
  const env = { ...process.env, TENPACK_CONFIG: join(folder, 'config') }
  const command = ['electron/start.ts', '--data', join(folder, 'data'), '--no-open', '--web', ...args]
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number }
}
/** A folder with a practice file in it that nobody has open. */
async function makeStopped() {
  const { host, folder, data } = await startHost()
  await host.close()
  return { folder, path: join(data, 'practice.tenpack'), keys: join(folder, 'config', 'keys'), data }
}
const whyNot = async (folder: string) => {
  const { host } = await tryToStart({ folder })
  return 'cannot' in host ? host.cannot : host
}

describe('a second start', () => {
  it('points to the first, which goes on', async () => {
    const { host, folder } = await startHost()
    const second = await npmStart(folder)

    expect(second).toMatchObject({ code: 0, err: '' })
    expect(second.out).toContain(host.address)
    expect((await fetch(host.address, { redirect: 'manual' })).status).toBe(303)
  })

  it('opens the practice once the first has ended, and the old address is worth nothing then', async () => {
    const { host, folder } = await startHost()
    await host.close()
    const { host: second } = await startHost({ folder, port: Number(new URL(host.origin).port) })

    expect((await fetch(host.address, { redirect: 'manual' })).status).toBe(403)
    expect((await fetch(second.address, { redirect: 'manual' })).status).toBe(303)
  })

  it('at a port that is taken says so', async () => {
    const { host } = await startHost()
    const { port } = new URL(host.origin)

    expect((await tryToStart({ port: Number(port) })).host).toEqual({
      cannot: expect.stringContaining(`Another program already uses port ${port}`) as string,
    })
  })
})

describe('a start with', () => {
  it.each([
    ['a file that is no practice', Buffer.from('Dear diary, this is a long letter about nothing at all.'), /not made by Tenpack/],
    ['a database of another program', Buffer.from(`SQLite format 3\0${'x'.repeat(4096)}`), /not made by Tenpack/],
    ['a practice of another computer', Buffer.alloc(4096, 0x9b), /key of this practice file is not on this computer/],
  ])('%s says so and leaves every byte', async (_what, content, words) => {
    const folder = makeFolder()
    const path = join(folder, 'data', 'practice.tenpack')
    mkdirSync(join(folder, 'data'))
    writeFileSync(path, content)

    expect(await whyNot(folder)).toMatch(words)
    expect(readFileSync(path).equals(content)).toBe(true)
  })

  it('a damaged practice says so, fails, and leaves every byte', async () => {
    const { folder, path, data } = await makeStopped()
    const bytes = readFileSync(path)
    bytes.fill(0x55, 40, 3000)
    writeFileSync(path, bytes)
    const before = bytesIn(data)
    const { code, out, err } = await npmStart(folder)

    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('The practice file is damaged. It was left as it is')
    expect(err).not.toMatch(/^ +at /m)
    expect(bytesIn(data)['practice.tenpack']).toBe(before['practice.tenpack'])
  })

  it('the key of another practice, a damaged key, or none says which, and takes the right one when it is back', async () => {
    const { folder, path, keys } = await makeStopped()
    const before = readFileSync(path)
    const name = join(keys, readdirSync(keys)[0]!)
    const key = readFileSync(name, 'latin1')

    writeFileSync(
      name,
      key.replace(/^key ./m, (start) => (start.endsWith('a') ? 'key b' : 'key a')),
    )
    expect(await whyNot(folder)).toContain('The key file of this practice is damaged.')
    renameSync(name, join(folder, 'elsewhere'))
    expect(await whyNot(folder)).toContain('The key of this practice file is not on this computer.')
    writeFileSync(join(keys, `${'0'.repeat(32)}.key`), key)
    expect(await whyNot(folder)).toContain('The keys on this computer belong to other practice files.')
    expect(readFileSync(path).equals(before)).toBe(true)
    writeFileSync(name, key)
    expect((await startHost({ folder })).host.address).toContain('http://127.0.0.1:')
  })

  it('a folder that is a file says that it can’t be used', async () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'data'), '')
    expect(await whyNot(folder)).toContain('can’t be opened for reading and writing')
  })

  it('a folder that can’t be written says so and makes nothing', async () => {
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    const data = process.platform === 'linux' ? '/sys/tenpack' : join(file, 'data') // there even root may make nothing
    const { code, out, err } = await npmStart(makeFolder(), '--data', data)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('can’t be opened for reading and writing')
  })

  it.each(['data/config', 'data', '.'])('its keys in %s is refused: they would lie beside the practice', async (config) => {
    const folder = makeFolder()
    const { host } = await tryToStart({ folder, config: join(folder, config) })

    expect(host).toEqual({ cannot: expect.stringContaining('never lies beside its key') as string })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('options', () => {
  it('are read, or said to be wrong', () => {
    expect(readStartOptions([])).toEqual({
      data: undefined,
      port: undefined,
      sample: false,
      open: true,
      web: false,
      unsealKey: false,
      help: false,
    })
    expect(readStartOptions(['--sample', '--no-open', '--port', '4000', '--data', '/a/../b'])).toEqual({
      data: '/b',
      port: 4000,
      sample: true,
      open: false,
      web: true, // only the browser is served at a port
      unsealKey: false,
      help: false,
    })
    expect(readStartOptions(['--port', 'many'])).toContain('--port takes a number')
    expect(readStartOptions(['--port', '70000'])).toContain('65535')
    expect(readStartOptions(['--data', ''])).toContain('--data takes a folder')
    expect(readStartOptions(['--colour'])).toContain('--colour')
    expect(readStartOptions(['practice'])).toContain('practice')
    for (const option of ['--sample', '--data', '--port', '--no-open', '--web', '--unseal-key', '--help']) expect(HELP).toContain(option)
  })

  it('that are wrong end the start before anything is made', async () => {
    const folder = makeFolder()
    expect(await npmStart(folder, '--colour')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Usage: npm start') as string,
    })
    expect(readdirSync(folder)).toEqual([])
  })
})
