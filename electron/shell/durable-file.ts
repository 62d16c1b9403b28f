// Small files that are whole or not there, whatever happens to the power: written beside, forced to the disk, then renamed.

import { closeSync, fchmodSync, fsyncSync, linkSync, openSync, renameSync, rmSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

type Content = string | Uint8Array

/** Under a name that is free: fails where a file stands already. */
export function writeDurably(path: string, content: Content): void {
  const temporary = writeBeside(path, content)
  try {
    linkSync(temporary, path) // unlike a rename, this never takes another file's place
  } finally {
    unlinkSync(temporary)
  }
  syncFolder(dirname(path))
}

/** In the place of what stands there, if anything does. */
export function replaceDurably(path: string, content: Content): void {
  const temporary = writeBeside(path, content)
  try {
    renameSync(temporary, path)
  } catch (error) {
    unlinkSync(temporary)
    throw error
  }
  syncFolder(dirname(path))
}

export function removeDurably(path: string): void {
  rmSync(path, { force: true })
  syncFolder(dirname(path))
}

function writeBeside(path: string, content: Content): string {
  const temporary = `${path}.${process.pid}.tmp`
  rmSync(temporary, { force: true }) // of one that was killed, whose number this process has now
  const file = openSync(temporary, 'wx', 0o600)
  try {
    fchmodSync(file, 0o600) // the umask may have taken more away, never less
    const bytes = Buffer.from(content)
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return temporary
}

/** Makes a new name in a folder survive a power cut. Windows can't open folders and needs no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
