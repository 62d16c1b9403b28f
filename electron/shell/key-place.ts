// Where the key of the open practice is kept on this computer, and moving it: into the computer's key store, or back into its
// file. Only the desktop app can move it; the web host has no key store.

import { existsSync } from 'node:fs'
import { refuse } from '../../shared/errors.ts'
import type { KeyPlace } from '../host.ts'
import { keyPath } from './key-store.ts'
import { allowSealing, sealKey, unsealKey, type Vault } from './sealed-keys.ts'

export const keyInFile: KeyPlace = {
  now: async () => ({ place: 'file', canMove: false }),
  settle: async () => {},
  seal: async () => refuse('key.notMoved', { why: 'only Tenpack’s own window can use this computer’s key store' }),
  unseal: async () => refuse('key.notMoved', { why: 'it is in its file already' }),
}

export function makeKeyPlace(folder: string, salt: string, vault: Vault): KeyPlace {
  const moved = async (move: () => Promise<unknown>) => {
    try {
      await move()
    } catch {
      refuse('key.notMoved', { why: 'the computer’s key store or its disk did not take part' })
    }
  }
  return {
    now: async () => ({ place: existsSync(keyPath(folder, salt)) ? 'file' : 'keyStore', canMove: await vault.isAvailable() }),
    settle: async () => void (await sealKey(folder, salt, vault)),
    async seal() {
      if (!(await vault.isAvailable())) refuse('key.notMoved', { why: 'this computer has no key store' })
      await moved(async () => {
        allowSealing(folder, salt)
        await sealKey(folder, salt, vault)
      })
    },
    unseal: () => moved(() => unsealKey(folder, salt, vault)),
  }
}
