// New versions: an update from a file is checked in every way before it is run, and nothing is looked for while it is off.

import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FoundUpdate, Updates } from '../../electron/host.ts'
import { checkedUpdate, isNewer, signedBytes, type UpdateManifest } from '../../electron/update-file.ts'
import { makeApp, openOn, DEFAULT_NOW } from '../support/app.ts'
import { makeFolder } from '../support/folder.ts'
import { expectRefused } from '../support/refused.ts'
import { openInMemory } from '../../db/connect.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const NAME = 'Tenpack-1.2.0-linux-x64.AppImage'
const BYTES = Buffer.from('an installer '.repeat(1000))
const HERE = { version: '1.1.9', platform: 'linux', arch: 'x64', publicKey: PEM }

function makeUpdate({
  manifest = {},
  bytes = BYTES,
  key = privateKey,
  list,
  signature,
}: { manifest?: Partial<UpdateManifest>; bytes?: Buffer; key?: typeof privateKey; list?: string; signature?: string } = {}) {
  const folder = makeFolder()
  const whole: UpdateManifest = {
    version: '1.2.0',
    platform: 'linux',
    arch: 'x64',
    fileName: NAME,
    size: BYTES.length,
    sha512: createHash('sha512').update(BYTES).digest('hex'),
    notes: '',
    ...manifest,
  }
  const signed = { manifest: whole, signature: signature ?? sign(null, signedBytes(whole), key).toString('base64') }
  const installer = join(folder, NAME)
  writeFileSync(installer, bytes)
  writeFileSync(`${installer}.update.json`, list ?? JSON.stringify(signed))
  return installer
}
const why = (installer: string, here = HERE): string => {
  try {
    checkedUpdate(installer, makeFolder(), here)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('an update from a file', () => {
  it('that is signed, newer and whole is copied to where nobody else can change it', () => {
    const folder = makeFolder()
    const { path, manifest } = checkedUpdate(makeUpdate(), folder, HERE)
    expect(path).toBe(join(folder, NAME))
    expect(readFileSync(path).equals(BYTES)).toBe(true)
    expect(manifest.version).toBe('1.2.0')
  })

  it.each([
    ['cut short', { bytes: BYTES.subarray(0, 500) }, /cut short or damaged/],
    ['longer than it was', { bytes: Buffer.concat([BYTES, BYTES]) }, /cut short or damaged/],
    ['changed by one bit', { bytes: Buffer.from(BYTES.map((byte, i) => (i === 7 ? byte ^ 1 : byte))) }, /cut short or damaged/],
    ['not signed at all', { signature: '' }, /not signed by the makers/],
    ['signed by somebody else', { key: generateKeyPairSync('ed25519').privateKey }, /not signed by the makers/],
    ['for another system', { manifest: { platform: 'win32' as const } }, /another kind of computer/],
    ['for another processor', { manifest: { arch: 'arm64' as const } }, /another kind of computer/],
    ['older', { manifest: { version: '1.1.8' } }, /it is version 1\.1\.8, and this is 1\.1\.9/],
    ['the same version', { manifest: { version: '1.1.9' } }, /it is version 1\.1\.9/],
    ['of another name', { manifest: { fileName: 'Tenpack-9.AppImage' } }, /its name/],
    ['of a name that climbs out', { manifest: { fileName: `../${NAME}` } }, /its name/],
    ['with a list that is no list', { list: '{' }, /can’t be read/],
    ['with a list of something else', { list: '{"manifest":{},"signature":""}' }, /can’t be read/],
    ['with a list far too long', { list: `"${'x'.repeat(30_000)}"` }, /can’t be read/],
    ['with a version that is none', { manifest: { version: '1.2' } }, /can’t be read/],
  ])('that is %s is not installed', (_what, made, words) => {
    expect(why(makeUpdate(made))).toMatch(words)
  })

  it('without a list, or in a build without the makers’ key, is not installed', () => {
    const installer = makeUpdate()
    expect(why(installer, { ...HERE, publicKey: '' })).toMatch(/takes no updates from files/)
    expect(why(join(makeFolder(), NAME))).toMatch(/no signed list beside it/)
  })

  it('is signed by the script for those who ship it', () => {
    const folder = makeFolder()
    const installer = join(folder, NAME)
    writeFileSync(installer, BYTES)
    writeFileSync(join(folder, 'private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    execFileSync(process.execPath, ['resources/updates/sign.ts', installer], {
      env: { ...process.env, TENPACK_SIGNING_KEY: join(folder, 'private.pem') },
    })
    expect(checkedUpdate(installer, makeFolder(), HERE).manifest.size).toBe(BYTES.length)
  })

  it('compares versions by their numbers', () => {
    expect(isNewer('1.10.0', '1.9.9')).toBe(true)
    expect(isNewer('2.0.0', '1.99.99')).toBe(true)
    expect(isNewer('1.9.9', '1.10.0')).toBe(false)
    expect(isNewer('1.2', '1.1.0')).toBe(false)
  })
})

describe('looking for updates', () => {
  function played(found: FoundUpdate): Updates & { heard: string[] } {
    const heard: string[] = []
    return {
      heard,
      version: '0.1.0',
      canInstallFile: true,
      found: () => found,
      setChecking: (isOn) => void heard.push(isOn ? 'on' : 'off'),
      check: () => void heard.push('check'),
      install: () => void heard.push('install'),
      installFile: async () => 'cancelled',
    }
  }
  async function openWith(found: FoundUpdate) {
    const made = await makeApp()
    const image = made.file.serialize()
    const updates = played(found)
    const app = openOn(() => openInMemory(image), DEFAULT_NOW, { updates })
    for (const who of ['owner', 'receptionist'] as const) app.sessions.signIn(who, made.people[who])
    return { app, updates }
  }

  it('is off until the practice switches it on, and the audit says who did', async () => {
    const { app, updates } = await openWith({ state: 'idle' })
    expect((await app.call.updates.status()).isOn).toBe(false)
    await expectRefused(app, () => app.call.updates.check(), 'update.off')
    await app.call.updates.setChecking({ isOn: true })
    await app.call.updates.check()
    expect(updates.heard).toEqual(['on', 'check'])
    expect((await app.call.updates.status()).isOn).toBe(true)
    const line = await app.db.selectFrom('audit').selectAll().where('procedure', '=', 'updates.storeChecking').executeTakeFirstOrThrow()
    expect(line.payload).toContain('"checkForUpdates":1')
    await app.call.updates.setChecking({ isOn: false })
    expect(updates.heard.at(-1)).toBe('off')
  })

  it('installs only what is ready, and only for those who run the practice', async () => {
    const waiting = await openWith({ state: 'downloading', version: '0.2.0', percent: 40 })
    await expectRefused(waiting.app, () => waiting.app.call.updates.install(), 'update.notReady')
    const ready = await openWith({ state: 'ready', version: '0.2.0', notes: 'Better.' })
    await expectRefused(ready.app, () => ready.app.as('receptionist').updates.install(), 'call.forbidden')
    await ready.app.call.updates.install()
    expect(ready.updates.heard).toEqual(['install'])
  })

  it('is not offered by the web host', async () => {
    const app = await makeApp()
    expect((await app.call.updates.status()).found).toEqual({ state: 'notOffered' })
    for (const ask of [app.call.updates.check, app.call.updates.install, app.call.updates.installFile])
      await expectRefused(app, () => ask(), 'update.notOffered')
  })
})
