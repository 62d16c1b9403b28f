// Keys: on the disk before the file they open, readable by nobody else, never overwritten.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findKey, keyFor, makeKey } from '../../electron/shell/key-store.ts'
import { configFolder, dataFolder } from '../../electron/shell/folders.ts'
import { hashSecret, matchesSecret } from '../../electron/shell/secrets.ts'
import { makeFolder } from '../support/folder.ts'

describe('a key', () => {
  it('is 256 random bits in a file that only its owner can read', () => {
    const folder = join(makeFolder(), 'config', 'keys')
    const made = makeKey(folder)

    expect(made.key).toMatch(/^[0-9a-f]{64}$/)
    expect(made.salt).toMatch(/^[0-9a-f]{32}$/)
    expect(findKey(folder, made.salt)).toEqual(made)
    expect(readdirSync(folder)).toEqual([`${made.salt}.key`])
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, `${made.salt}.key`)).mode & 0o777).toBe(0o600)
      expect(statSync(folder).mode & 0o777).toBe(0o700)
    }
  })

  it('is made for a file that is not there, or empty, and found for one that is', () => {
    const folder = makeFolder()
    const path = join(folder, 'practice.tenpack')
    const keys = join(folder, 'keys')
    const first = keyFor(path, keys)
    writeFileSync(path, '')
    const second = keyFor(path, keys)
    expect(second).not.toEqual(first)

    writeFileSync(path, Buffer.concat([Buffer.from(first.salt, 'hex'), Buffer.alloc(4080)]))
    expect(keyFor(path, keys)).toEqual(first)
    expect(readdirSync(keys).sort()).toEqual([first, second].map((k) => `${k.salt}.key`).sort())
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, 60)],
    ['changed in one place', (text: string) => text.replace(/^key .{10}/m, 'key 0123456789')],
    ['of another practice under this name', (text: string) => text.replace(/^salt .{4}/m, 'salt 0000')],
    ['empty', () => ''],
  ])('that is %s is said to be damaged, and stays as it is', (_what, damage) => {
    const folder = makeFolder()
    const { salt } = makeKey(folder)
    const path = join(folder, `${salt}.key`)
    writeFileSync(path, damage(readFileSync(path, 'latin1')))
    const before = readFileSync(path)

    expect(() => findKey(folder, salt)).toThrow('The key file of this practice is damaged.')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is missing where there is none', () => {
    const folder = makeFolder()
    expect(findKey(folder, '0'.repeat(32))).toBeUndefined()
    expect(findKey(join(folder, 'nowhere'), '0'.repeat(32))).toBeUndefined()
  })

  it('is not made where its folder can’t be', () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'keys'), '')
    expect(() => makeKey(join(folder, 'keys'))).toThrow()
    mkdirSync(join(folder, 'other'))
    expect(readdirSync(folder)).toEqual(['keys', 'other'])
  })
})

describe('the folders', () => {
  it.each([
    ['linux', {}, '/home/mara/.config/tenpack', '/home/mara/.local/share/tenpack'],
    ['linux', { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, '/c/tenpack', '/d/tenpack'],
    ['darwin', {}, '/home/mara/Library/Application Support/Tenpack', '/home/mara/Library/Application Support/Tenpack Data'],
    ['win32', { APPDATA: '/r', LOCALAPPDATA: '/l' }, '/r/Tenpack', '/l/Tenpack'],
    ['linux', { TENPACK_CONFIG: '/t' }, '/t', '/home/mara/.local/share/tenpack'],
  ] as const)('on %s with %j are %s for keys and %s for data', (platform, env, config, data) => {
    expect(configFolder(platform, env, '/home/mara')).toBe(config)
    expect(dataFolder(platform, env, '/home/mara')).toBe(data)
  })
})

describe('a secret', () => {
  it('is known by its hash alone, which is another each time', async () => {
    const [one, other] = [await hashSecret('kettle-orchard-9'), await hashSecret('kettle-orchard-9')]
    expect(one).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(other)
    expect(await matchesSecret('kettle-orchard-9', other)).toBe(true)
    for (const wrong of ['', 'kettle-orchard-8', 'Kettle-orchard-9', 'kettle-orchard-9 '])
      expect(await matchesSecret(wrong, one)).toBe(false)
  })

  it('is checked with the parameters it was hashed with', async () => {
    // 'password' with the salt 'NaCl', N=1024, r=8, p=16: the second vector of RFC 7914, cut to 32 bytes.
    const hash = Buffer.from('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162', 'hex').toString('base64url')
    const stored = `scrypt$10$8$16$${Buffer.from('NaCl').toString('base64url')}$${hash}`
    expect(await matchesSecret('password', stored)).toBe(true)
    expect(await matchesSecret('passwort', stored)).toBe(false)
  })

  it.each(['', 'plain', 'scrypt$99$8$1$AAAAAAAAAAAAAAAA$AAAA', 'md5$10$8$1$AAAAAAAAAAAAAAAA$AAAA'])(
    'stored as %j is damage, not a wrong password',
    async (stored) => {
      await expect(matchesSecret('x', stored)).rejects.toThrow('not in a form that can be read')
    },
  )
})
