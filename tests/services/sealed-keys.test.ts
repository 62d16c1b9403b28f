// The key of a practice in the computer's key store: moved without ever being nowhere, and back again.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileKey } from '../../db/connect.ts'
import { keyInFile, makeKeyPlace } from '../../electron/shell/key-place.ts'
import { findKey, keyFor, makeKey } from '../../electron/shell/key-store.ts'
import { openSealedKeys, sealKey, unsealKey, type Vault } from '../../electron/shell/sealed-keys.ts'
import { makeVault } from '../../electron/shell/vault.ts'
import { bytesIn, makeFolder } from '../support/folder.ts'
import { scrambling, shut } from '../support/vault.ts'
import { startHost, tryToStart } from '../support/web-host.ts'

const vault = scrambling()

function makeSealable(): { folder: string; made: FileKey; names: () => string[] } {
  const folder = join(makeFolder(), 'keys')
  const made = makeKey(folder)
  return { folder, made, names: () => readdirSync(folder).sort() }
}
const find = async (folder: string, salt: string, by: Vault = vault) => findKey(folder, salt, await openSealedKeys(folder, by))
/** What safeStorage has of itself; with a key ring, unless the test says otherwise. */
const storage = (backend: 'gnome_libsecret' | 'basic_text' | 'unknown', available = true) => ({
  getSelectedStorageBackend: () => backend,
  isAsyncEncryptionAvailable: async () => available,
  encryptStringAsync: async (text: string) => Buffer.from(`sealed ${text}`),
  decryptStringAsync: async (bytes: Buffer) => ({ result: bytes.toString().slice(7), shouldReEncrypt: false }),
})

describe('a key', () => {
  it('moves into the key store: the sealed file tells nothing, the plain one is gone, and it is the same key', async () => {
    const { folder, made, names } = makeSealable()

    expect(await sealKey(folder, made.salt, vault)).toBe('keyStore')
    expect(names()).toEqual([`${made.salt}.sealed`])
    expect(readFileSync(join(folder, names()[0]!), 'latin1')).not.toContain(made.key)
    if (process.platform !== 'win32') expect(statSync(join(folder, names()[0]!)).mode & 0o777).toBe(0o600)
    expect(await find(folder, made.salt)).toEqual(made)
    expect(await sealKey(folder, made.salt, vault)).toBe('keyStore')
    expect(await find(folder, made.salt)).toEqual(made)
  })

  it('comes back into its file when a person wants that, and stays there', async () => {
    const { folder, made, names } = makeSealable()
    await sealKey(folder, made.salt, vault)
    await unsealKey(folder, made.salt, vault)

    expect(names()).toEqual([`${made.salt}.key`, `${made.salt}.open`])
    expect(findKey(folder, made.salt)).toEqual(made)
    expect(await sealKey(folder, made.salt, vault)).toBe('file')
    expect(names()).toEqual([`${made.salt}.key`, `${made.salt}.open`])
  })

  it('stays in its file where Linux has no key ring, only a password that everybody knows', async () => {
    for (const none of [storage('basic_text'), storage('unknown'), storage('gnome_libsecret', false)]) {
      const { folder, made, names } = makeSealable()
      expect(await sealKey(folder, made.salt, makeVault(none, 'linux'))).toBe('file')
      expect(names()).toEqual([`${made.salt}.key`])
    }
    const { folder, made, names } = makeSealable()
    expect(await sealKey(folder, made.salt, makeVault(storage('gnome_libsecret'), 'linux'))).toBe('keyStore')
    expect(names()).toEqual([`${made.salt}.sealed`])
    expect(await makeVault(storage('unknown'), 'win32').isAvailable()).toBe(true)
  })

  it.each([
    ['gives back something else', { open: async () => ({ text: 'another key', isStale: false }) }],
    ['can’t open what it sealed', { open: shut.open }],
    ['does not seal', { seal: shut.seal }],
  ])('stays in its file, and usable, when the key store %s', async (_what, fault) => {
    const { folder, made, names } = makeSealable()
    await expect(sealKey(folder, made.salt, { ...vault, ...fault })).rejects.toThrow()

    expect(names()).toEqual([`${made.salt}.key`])
    expect(findKey(folder, made.salt)).toEqual(made)
  })

  it('stays in its file when what was written can’t be opened again', async () => {
    const { folder, made } = makeSealable()
    let opened = 0
    const forgetful: Vault = { ...vault, open: (bytes) => (++opened === 1 ? vault.open(bytes) : shut.open(bytes)) }
    await expect(sealKey(folder, made.salt, forgetful)).rejects.toThrow()

    expect(findKey(folder, made.salt)).toEqual(made)
    expect(await sealKey(folder, made.salt, vault)).toBe('keyStore')
    expect(await find(folder, made.salt)).toEqual(made)
  })

  it('is sealed anew when the key store’s own key was changed', async () => {
    const { folder, made } = makeSealable()
    await sealKey(folder, made.salt, vault)
    const before = bytesIn(folder)
    let isStale = true
    const newer: Vault = {
      isAvailable: vault.isAvailable,
      seal: async (text) => Buffer.from(`2${text}`),
      open: async (bytes) =>
        Buffer.from(bytes).toString('utf8').startsWith('2')
          ? { text: Buffer.from(bytes).toString('utf8').slice(1), isStale: (isStale = false) }
          : { ...(await vault.open(bytes)), isStale },
    }
    await sealKey(folder, made.salt, newer)

    expect(bytesIn(folder)).not.toEqual(before)
    expect(await find(folder, made.salt, newer)).toEqual(made)
  })
})

describe('killed in between', () => {
  const worker = 'tests/crash/seal-worker.ts'
  const run = (...args: string[]) => spawnSync(process.execPath, [worker, ...args]).signal

  it.each([1, 2, 3])('a move at its use %i of the key store leaves the key whole, and is done by the next start', async (dieAt) => {
    const { folder, made, names } = makeSealable()
    expect(run('seal', folder, made.salt, String(dieAt))).toBe('SIGKILL')

    expect(await find(folder, made.salt)).toEqual(made)
    expect(findKey(folder, made.salt), 'the plain one goes last').toEqual(made)
    expect(await sealKey(folder, made.salt, vault)).toBe('keyStore')
    expect(names()).toEqual([`${made.salt}.sealed`])
    expect(await find(folder, made.salt)).toEqual(made)
  })

  it('a way back leaves the key whole, and is done when it is asked for again', async () => {
    const { folder, made, names } = makeSealable()
    await sealKey(folder, made.salt, vault)
    expect(run('unseal', folder, made.salt, '1')).toBe('SIGKILL')

    expect(await find(folder, made.salt)).toEqual(made)
    await unsealKey(folder, made.salt, vault)
    expect(names()).toEqual([`${made.salt}.key`, `${made.salt}.open`])
  })

  it('between the last two steps either way, the next start clears up', async () => {
    const { folder, made, names } = makeSealable()
    const plain = readFileSync(join(folder, `${made.salt}.key`))
    await sealKey(folder, made.salt, vault)
    writeFileSync(join(folder, `${made.salt}.key`), plain) // as if it had not been removed yet
    await sealKey(folder, made.salt, vault)
    expect(names()).toEqual([`${made.salt}.sealed`])

    writeFileSync(join(folder, `${made.salt}.key`), plain)
    writeFileSync(join(folder, `${made.salt}.open`), '')
    await sealKey(folder, made.salt, vault)
    expect(names()).toEqual([`${made.salt}.key`, `${made.salt}.open`])
    expect(findKey(folder, made.salt)).toEqual(made)
  })
})

describe('a sealed key that can’t be used', () => {
  it('is left as it is, with a plain word for each reason', async () => {
    const { folder, made } = makeSealable()
    await sealKey(folder, made.salt, vault)
    const before = bytesIn(folder)

    expect(() => findKey(folder, made.salt)).toThrow(/only Tenpack’s own window can open/)
    expect(await openSealedKeys(folder, shut)).toEqual(new Map())
    await expect(find(folder, made.salt, shut)).rejects.toThrow(/key store does not open the key/)
    expect(bytesIn(folder)).toEqual(before)
  })

  it.each([
    ['damaged', (text: string) => text.replace(/\n.{8}/, '\nAAAAAAAA')],
    ['cut short', (text: string) => text.slice(0, 40)],
    ['empty', () => ''],
  ])('because its file is %s is never taken for another', async (_what, damage) => {
    const { folder, made, names } = makeSealable()
    await sealKey(folder, made.salt, vault)
    const file = join(folder, names()[0]!)
    writeFileSync(file, damage(readFileSync(file, 'latin1')))

    await expect(find(folder, made.salt)).rejects.toThrow(/key store does not open the key/)
    await expect(unsealKey(folder, made.salt, vault)).rejects.toThrow()
    expect(existsSync(join(folder, `${made.salt}.key`))).toBe(false)
  })

  it('does not keep the other practices of this computer from opening', async () => {
    const { folder, made } = makeSealable()
    const other = makeKey(folder)
    await sealKey(folder, made.salt, vault)
    writeFileSync(join(folder, `${other.salt}.sealed`), 'broken')
    expect(await find(folder, made.salt)).toEqual(made)
    expect(await find(folder, other.salt), 'its plain file is there').toEqual(other)
  })
})

describe('the place of the key, as its owner sees it', () => {
  it('can be changed, both ways, and says what does not work', async () => {
    const { folder, made, names } = makeSealable()
    const place = makeKeyPlace(folder, made.salt, vault)

    await place.settle()
    expect(await place.now()).toEqual({ place: 'keyStore', canMove: true })
    await place.unseal()
    await place.settle()
    expect(await place.now()).toEqual({ place: 'file', canMove: true })
    await place.seal()
    expect(await place.now()).toEqual({ place: 'keyStore', canMove: true })
    expect(names()).toEqual([`${made.salt}.sealed`])

    await expect(makeKeyPlace(folder, made.salt, shut).unseal()).rejects.toMatchObject({ code: 'key.notMoved' })
    const none = makeKeyPlace(folder, made.salt, { ...shut, isAvailable: async () => false })
    await expect(none.seal()).rejects.toMatchObject({ code: 'key.notMoved' })
  })

  it('is its file in the web host, which moves nothing', async () => {
    expect(await keyInFile.now()).toEqual({ place: 'file', canMove: false })
    await expect(keyInFile.seal()).rejects.toMatchObject({ code: 'key.notMoved' })
    await expect(keyInFile.unseal()).rejects.toMatchObject({ code: 'key.notMoved' })
  })
})

it('the web host, meeting a sealed key, says what to do and changes nothing', async () => {
  const { host, folder, data } = await startHost()
  await host.close()
  const keys = join(folder, 'config/keys')
  const [salt = ''] = readdirSync(keys).map((name) => name.replace('.key', ''))
  await sealKey(keys, salt, vault)
  const before = [bytesIn(keys), bytesIn(data)]

  const { host: again } = await tryToStart({ folder })
  expect(again).toEqual({ cannot: expect.stringMatching(/only Tenpack’s own window can open[^]*Settings › This computer/) as string })
  expect([bytesIn(keys), bytesIn(data)]).toEqual(before)
  expect(keyFor(join(data, 'practice.tenpack'), keys, await openSealedKeys(keys, vault)).salt).toBe(salt)
  await unsealKey(keys, salt, vault)
  expect((await startHost({ folder })).host.address).toContain('http://127.0.0.1:')
})
