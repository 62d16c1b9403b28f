// Makes the copies that the practice is restored from: one at a time, each under a name of its own, none ever overwritten.

import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FileKey } from '../db/connect.ts'
import type { CopyJob, CopyResult } from '../db/copy-worker.ts'
import type { LocalDate } from '../shared/dates.ts'
import { refuse } from '../shared/errors.ts'
import type { Host } from './host.ts'

export interface CopyParts {
  path: string
  key: FileKey
  /** Where the copies go. */
  folder: string
}

export function makeCopies({ path, key, folder }: CopyParts): Host['makeCopy'] {
  let last: Promise<unknown> = Promise.resolve()
  const copy = async (day: LocalDate) => {
    assertFolder(folder)
    const fileName = freeName(folder, day)
    const result = await inWorker({ path, key, target: join(folder, fileName) })
    return 'bytes' in result ? { fileName, bytes: result.bytes } : refuse('backup.failed', { why: wordsFor(result.failed, folder) })
  }
  return (day) => {
    const turn = last.then(() => copy(day))
    last = turn.catch(() => {})
    return turn
  }
}

async function inWorker(job: CopyJob): Promise<CopyResult> {
  const here = new URL(import.meta.url)
  const worker = new Worker(new URL(here.pathname.endsWith('.ts') ? '../db/copy-worker.ts' : './copy-worker.cjs', here), {
    workerData: job,
  })
  const [result] = (await once(worker, 'message')) as [CopyResult]
  return result
}

function assertFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    refuse('backup.failed', { why: wordsFor(error instanceof Error && 'code' in error ? String(error.code) : '', folder) })
  }
}

/** `2026-11-24 practice copy.tenpack`, then `… copy 2.tenpack`: sorted by name they are sorted by time. */
function freeName(folder: string, day: LocalDate): string {
  for (let n = 1; ; n++) {
    const name = `${day} practice copy${n === 1 ? '' : ` ${n}`}.tenpack`
    if (!existsSync(join(folder, name))) return name
  }
}

function wordsFor(code: string, folder: string): string {
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'diskFull') return 'the disk is full'
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|noAccess|SQLITE_(CANTOPEN|READONLY|PERM).*)$/.test(code))
    return `nothing can be written to ${folder}`
  if (code === 'damaged' || code === 'unsound' || code.startsWith('SQLITE_CORRUPT')) return 'what was written did not pass its check'
  return `the disk answered ${code || 'with an error'}`
}
