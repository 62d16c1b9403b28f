// A folder of its own for a test that needs real files; gone when the test is over.

import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FileKey } from '../../db/connect.ts'

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenpack-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const makeFileKey = (): FileKey => ({ key: randomBytes(32).toString('hex'), salt: randomBytes(16).toString('hex') })

/** Every file of a folder with the hash of its bytes, to show that nothing was changed. */
export const bytesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
