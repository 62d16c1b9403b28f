// Opens the practice in a folder and puts the app together for a host: lock, key, file, sessions, documents, copies.
// Throws an OpenFailure with words for the person where that can't be done; nothing is overwritten then.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openPracticeFile } from '../db/open.ts'
import { OpenFailure } from '../db/open-failure.ts'
import { type Lock, takeLock } from '../db/lock.ts'
import { type App, startApp } from './app.ts'
import type { Log } from './bugs.ts'
import type { Clock } from './clock.ts'
import { makeCopies } from './copies.ts'
import { makeHeavyReads } from './heavy-reads.ts'
import { makeDocuments } from './documents/documents.ts'
import type { Documents, Sessions } from './host.ts'
import { makeSampleMaker } from './sample-maker.ts'
import { makeSessions } from './sessions.ts'
import { keyFor } from './shell/key-store.ts'

export interface PracticeOptions {
  /** Where the practice file is, or is to be. */
  data: string
  /** Where keys are kept; never inside `data`. */
  config: string
  clock: Clock
  log: Log
  strict: boolean
}

export interface OpenPractice {
  app: App
  sessions: Sessions
  documents: Documents
  sample: ReturnType<typeof makeSampleMaker>
  lock: Lock
  close: () => Promise<void>
}

const FILE_NAME = 'practice.tenpack'
const FONTS = join(import.meta.dirname, '../resources/fonts')

/** `runningAt`: where the one that has this practice open already can be reached; empty when it is still starting. */
export function openPractice({ data, config, clock, log, strict }: PracticeOptions): OpenPractice | { runningAt: string } {
  makeFolder(data)
  const path = join(data, FILE_NAME)
  const lock = takeLock(path)
  if ('holder' in lock) return { runningAt: lock.holder }
  try {
    const key = keyFor(path, join(config, 'keys'))
    const documents = makeDocuments({ fonts: FONTS })
    const sessions = makeSessions((sessionId) => documents.forget(sessionId))
    const sample = makeSampleMaker({ path, key, clock, log, app: () => app })
    const backupFolder = join(data, 'Copies')
    const makeCopy = makeCopies({ path, key, folder: backupFolder })
    const heavyReads = makeHeavyReads({ path, key })
    const open = () => openPracticeFile({ path, key, create: true })
    const app = startApp({ open, host: () => ({ sessions, documents, sample, backupFolder, makeCopy, heavyReads }), clock, log, strict })
    const close = async () => {
      await app.close()
      await documents.close()
      lock.release()
    }
    return { app, sessions, documents, sample, lock, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new OpenFailure('noAccess', error)
  }
}
