// The lock of a single instance, really held across processes: a file with the holder's process id in the folder of
// Chromium's own files, and a file from each later start that tells the holder.

import { readdirSync, readFileSync, renameSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Start {
  argv: string[]
  folder: string
}

const LOOK_EVERY_MS = 50

/** False when another living process holds it; that one is told. Released with the process. */
export function takeSingleLock(folder: string, start: Start, onSecond: (start: Start) => void): boolean {
  const lock = join(folder, 'double-lock')
  if (!createdOrStale(lock)) {
    const message = join(folder, `double-start-${process.pid}`)
    writeFileSync(`${message}.part`, JSON.stringify(start))
    renameSync(`${message}.part`, `${message}.json`)
    return false
  }
  watchFile(folder, { interval: LOOK_EVERY_MS, persistent: false }, () => {
    for (const name of readdirSync(folder).filter((one) => /^double-start-\d+\.json$/.test(one))) {
      const second = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Start
      rmSync(join(folder, name))
      onSecond(second)
    }
  })
  process.on('exit', () => {
    unwatchFile(folder)
    rmSync(lock, { force: true })
  })
  return true
}

function createdOrStale(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false
    writeFileSync(lock, String(process.pid)) // its holder was killed
    return true
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
