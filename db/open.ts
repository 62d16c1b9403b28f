// Opens the practice file and brings it up to date; an existing one is copied beside itself before its tables change.

import { makeCopy } from './copy.ts'
import { type File, openFile, type OpenOptions } from './connect.ts'
import { migrate } from './migrate.ts'

export function openPracticeFile(options: OpenOptions & { key: NonNullable<OpenOptions['key']> }): File {
  const file = openFile(options)
  try {
    migrate(file, (version) => makeCopy(file, options.key, `${options.path}.version-${version}`))
    return file
  } catch (error) {
    file.close()
    throw error
  }
}
