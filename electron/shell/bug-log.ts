// The desktop app's log: what bugs.ts allows, no message and no value, in a file that never grows beyond a megabyte.
// electron-log's plain Node entry: its own one would add things of the machine and listen for errors by itself.

import { join } from 'node:path'
import log from 'electron-log/node'
import type { BugReport } from '../bugs.ts'

const MOST_BYTES = 1_000_000

/** `tenpack.log` in that folder, and `tenpack.old.log` once it was full. A log that can't be written stops nothing. */
export function makeBugLog(folder: string): (report: BugReport) => void {
  const own = log.create({ logId: folder })
  own.transports.console.level = false
  own.transports.file.level = 'error'
  own.transports.file.resolvePathFn = () => join(folder, 'tenpack.log')
  own.transports.file.maxSize = MOST_BYTES
  own.transports.file.format = '{text}'
  return ({ at, reference, procedure, error, where }) => own.error([`${at} ${reference} ${procedure} ${error}`, ...where].join('\n  '))
}
