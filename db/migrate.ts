// Brings a practice file up to date, one migration and one transaction at a time; a newer file is refused.
// Written by hand because Kysely's own migrator does not use transactions on SQLite.

import type { File } from './connect.ts'
import { APPLICATION_ID } from './file-head.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { OpenFailure } from './open-failure.ts'

/** `beforeChange` is called once before an existing file is changed: the place to copy it. */
export function migrate(file: File, beforeChange: (version: number) => void = () => {}, all: readonly Migration[] = migrations): void {
  const current = versionOf(file)
  if (current > all.length) throw new OpenFailure('newer')
  const missing = all.filter((m) => m.version > current)
  if (current > 0 && missing.length > 0) beforeChange(current)
  for (const { version, up } of missing) {
    file
      .transaction(() => {
        file.exec(up)
        file.pragma(`application_id = ${APPLICATION_ID}`)
        file.pragma(`user_version = ${version}`)
      })
      .immediate()
  }
}

export const versionOf = (file: File): number => file.pragma('user_version', { simple: true }) as number
