// Electron's safeStorage as a vault: DPAPI, the Keychain, or a Linux key ring. On a Linux without one it would only scramble
// the text with a password that everybody knows; that is no key store, and counts as none.

import type { SafeStorage } from 'electron'
import type { Vault } from './sealed-keys.ts'

type Storage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>

const NO_KEY_RING = ['basic_text', 'unknown']

/** Only once Electron is ready: before that, Linux does not know its key ring. */
export function makeVault(storage: Storage, platform: NodeJS.Platform = process.platform): Vault {
  const hasKeyRing = () => platform !== 'linux' || !NO_KEY_RING.includes(storage.getSelectedStorageBackend())
  return {
    isAvailable: async () => hasKeyRing() && (await storage.isAsyncEncryptionAvailable()),
    seal: (text) => storage.encryptStringAsync(text),
    async open(bytes) {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(bytes))
      return { text: result, isStale: shouldReEncrypt }
    },
  }
}
