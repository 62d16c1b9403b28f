// A practice's key sealed by the computer's own key store, in a file beside where the plain one stood. The plain file goes
// only once the sealed one was read back and opened to the same; killed anywhere in between, at least one of them is whole.

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileKey } from '../../db/connect.ts'
import { removeDurably, replaceDurably, writeDurably } from './durable-file.ts'
import { keyPath, parseKey, sealedPath } from './key-store.ts'

/** What seals for this person on this computer alone. */
export interface Vault {
  isAvailable(): Promise<boolean>
  seal(text: string): Promise<Uint8Array>
  /** `isStale`: it should be sealed anew, as the key store's own key was changed. Throws when it can't be opened. */
  open(bytes: Uint8Array): Promise<{ text: string; isStale: boolean }>
}

const FORM = /^tenpack-sealed-key 1\n([A-Za-z0-9+/]+={0,2})\n$/
const openMark = (folder: string, salt: string) => join(folder, `${salt}.open`)

/** The keys that the vault opens, by salt. One that it does not open is left out: whoever needs it is told then. */
export async function openSealedKeys(folder: string, vault: Vault): Promise<Map<string, FileKey>> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sealed')) : []
  const found = new Map<string, FileKey>()
  for (const salt of names.map((name) => name.slice(0, -'.sealed'.length))) {
    const key = await opened(folder, salt, vault).catch(() => undefined)
    if (key) found.set(salt, key.key)
  }
  return found
}

/** Moves the plain key into the vault, unless a person wants it in its file. Says where it is then. */
export async function sealKey(folder: string, salt: string, vault: Vault): Promise<'file' | 'keyStore'> {
  const plain = keyPath(folder, salt)
  const sealed = sealedPath(folder, salt)
  if (!existsSync(plain)) {
    await renewStale(folder, salt, vault)
    return 'keyStore'
  }
  if (existsSync(openMark(folder, salt))) {
    removeDurably(sealed) // left by a way back that was broken off
    return 'file'
  }
  if (!(await vault.isAvailable())) return 'file'
  await writeSealed(folder, salt, readFileSync(plain, 'latin1'), vault)
  removeDurably(plain)
  return 'keyStore'
}

/** The way back: the plain file again, and it stays that way. */
export async function unsealKey(folder: string, salt: string, vault: Vault): Promise<void> {
  const plain = keyPath(folder, salt)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  replaceDurably(openMark(folder, salt), '')
  if (!existsSync(plain)) {
    const { text } = await opened(folder, salt, vault)
    writeDurably(plain, text)
    parseKey(readFileSync(plain, 'latin1'), salt)
  }
  removeDurably(sealedPath(folder, salt))
}

/** Takes back the wish of `unsealKey`. */
export const allowSealing = (folder: string, salt: string): void => removeDurably(openMark(folder, salt))

async function opened(folder: string, salt: string, vault: Vault): Promise<{ text: string; key: FileKey; isStale: boolean }> {
  const [, sealed] = FORM.exec(readFileSync(sealedPath(folder, salt), 'latin1')) ?? []
  if (sealed === undefined) throw new Error('A sealed key is not in its form')
  const { text, isStale } = await vault.open(Buffer.from(sealed, 'base64'))
  return { text, key: parseKey(text, salt), isStale }
}

async function writeSealed(folder: string, salt: string, text: string, vault: Vault): Promise<void> {
  const bytes = await vault.seal(text)
  const proof = await vault.open(bytes)
  if (proof.text !== text) throw new Error('The key store gave back something else than it was given')
  replaceDurably(sealedPath(folder, salt), `tenpack-sealed-key 1\n${Buffer.from(bytes).toString('base64')}\n`)
  if ((await opened(folder, salt, vault)).text !== text) throw new Error('The sealed key was not read back as it was written')
}

async function renewStale(folder: string, salt: string, vault: Vault): Promise<void> {
  const { text, isStale } = await opened(folder, salt, vault)
  if (isStale) await writeSealed(folder, salt, text, vault)
}
