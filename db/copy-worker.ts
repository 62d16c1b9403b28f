// Makes one copy of the practice file beside the app's own work, on a connection of its own that only reads.

import { parentPort, workerData } from 'node:worker_threads'
import { type FileKey, openToRead } from './connect.ts'
import { makeCopy } from './copy.ts'

export interface CopyJob {
  path: string
  key: FileKey
  target: string
}
/** An error's code crosses, not the error: that would lose its class on the way. */
export type CopyResult = { bytes: number } | { failed: string }

const { path, key, target } = workerData as CopyJob
parentPort?.postMessage(result())

function result(): CopyResult {
  try {
    const file = openToRead(path, key)
    try {
      return { bytes: makeCopy(file, key, target) }
    } finally {
      file.close()
    }
  } catch (error) {
    return { failed: codeOf(error) }
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('code' in error) return String(error.code)
  return 'kind' in error ? String(error.kind) : 'unsound'
}
