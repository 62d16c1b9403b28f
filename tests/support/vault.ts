// Stands in for the computer's key store, which is handed in where it is used: it turns each byte over, and says when it is used.

import type { Vault } from '../../electron/shell/sealed-keys.ts'

const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xa5)

export const scrambling = (onUse: () => void = () => {}): Vault => ({
  isAvailable: async () => true,
  async seal(text) {
    onUse()
    return turned(Buffer.from(text))
  },
  async open(bytes) {
    onUse()
    return { text: Buffer.from(turned(bytes)).toString('utf8'), isStale: false }
  },
})

/** As on a computer whose person, or whose password, is another one. */
export const shut: Vault = {
  isAvailable: async () => true,
  seal: () => Promise.reject(new Error('The key store is shut')),
  open: () => Promise.reject(new Error('The key store is shut')),
}
