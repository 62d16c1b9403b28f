// What Electron tells of the computer: its key store, screens, colours and power. The key ring is a file in the system's
// folder, so what one computer sealed another can't open.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AREA, fail, mustBeReady, stage } from './stage.ts'
import { strict, StrictEmitter } from './strict.ts'

function ringKey(): Buffer {
  mustBeReady('safeStorage')
  const path = join(stage.settings.systemFolder, 'key-ring')
  if (!existsSync(path)) {
    mkdirSync(stage.settings.systemFolder, { recursive: true })
    writeFileSync(path, randomBytes(32))
  }
  return readFileSync(path)
}

function seal(text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', ringKey(), nonce)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function open(sealed: Buffer): string {
  if (!Buffer.isBuffer(sealed)) throw fail('safeStorage opens Buffers only')
  const decipher = createDecipheriv('aes-256-gcm', ringKey(), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
}

export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async () => ringKey().length > 0,
  encryptStringAsync: async (text: string) => seal(text),
  decryptStringAsync: async (sealed: Buffer) => ({ result: open(sealed), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => {
    mustBeReady('safeStorage')
    return stage.settings.keyRing
  },
})

const display = strict('display', { id: 1, bounds: AREA, workArea: AREA, scaleFactor: 1 })

class Screen extends StrictEmitter {
  getPrimaryDisplay = () => display
  getAllDisplays = () => [display]
}
export const screen = strict('screen', new Screen('screen', ['display-added', 'display-removed', 'display-metrics-changed']), () =>
  mustBeReady('screen'),
)

class NativeTheme extends StrictEmitter {
  shouldUseDarkColors = stage.settings.isDark
  themeSource = 'system'
}
export const nativeTheme = strict('nativeTheme', new NativeTheme('nativeTheme', ['updated']))

export const powerMonitor = strict(
  'powerMonitor',
  new StrictEmitter('powerMonitor', ['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen']),
)
