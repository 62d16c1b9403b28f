// What the desktop app was started with. Electron and Chromium take options of their own from the same line,
// so what is not ours is passed over.

import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface DesktopOptions {
  data: string | undefined
  sample: boolean
  /** Puts the key back into its file, and keeps it there. */
  unsealKey: boolean
}

export function readDesktopOptions(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, sample: { type: 'boolean' }, 'unseal-key': { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  const { data, sample, 'unseal-key': unsealKey } = values
  return {
    data: typeof data === 'string' && data !== '' ? resolve(data) : undefined,
    sample: sample === true,
    unsealKey: unsealKey === true,
  }
}

/** The folder of Chromium's own files, below the config folder. Each data folder has one: its practice may be open beside another. */
export const chromiumFolderName = (data: string | undefined): string =>
  data === undefined ? 'window' : `window-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
