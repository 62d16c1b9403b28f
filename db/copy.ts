// A copy of the practice file that is sure to open again: written under another name, checked, forced to the disk,
// then renamed. Killed at any moment, it leaves no file that looks like a copy and is none. Marked: only SQLite.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type File, type FileKey, openToRead } from './connect.ts'

/** `from` may be a connection that only reads, in a worker. The copy has the same key. Returns its size in bytes. */
export function makeCopy(from: File, key: FileKey, target: string): number {
  const unfinished = `${target}.part`
  const lines = countAuditLines(from)
  rmSync(unfinished, { force: true })
  try {
    from.prepare('VACUUM INTO ?').run(unfinished)
    check(unfinished, key, lines)
    forceToDisk(unfinished)
    renameSync(unfinished, target)
  } finally {
    rmSync(unfinished, { force: true })
  }
  if (process.platform !== 'win32') forceToDisk(dirname(target)) // the rename itself
  return statSync(target).size
}

/** `lines`: as many as were there before the copying began; later ones may be in it too. */
function check(path: string, key: FileKey, lines: number): void {
  const copy = openToRead(path, key)
  try {
    const found = copy.pragma('quick_check', { simple: true })
    if (found !== 'ok') throw new Error(`The copy is not sound: ${String(found)}`)
    if (countAuditLines(copy) < lines) throw new Error('The copy is not whole')
  } finally {
    copy.close()
  }
}

const countAuditLines = (file: File): number => file.prepare('SELECT count(*) FROM audit').pluck().get() as number

function forceToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
