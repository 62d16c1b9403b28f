// Opens the practice in a folder and puts the app together for a host: lock, key, file, sessions, documents, copies.
// Throws an OpenFailure with words for the person where that can't be done; nothing is overwritten then.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openPracticeFile } from '../db/open.ts'
import type { FileKey } from '../db/connect.ts'
import { OpenFailure } from '../db/open-failure.ts'
import { type Lock, takeLock } from '../db/lock.ts'
import { type App, startApp } from './app.ts'
import type { Log } from './bugs.ts'
import type { Clock } from './clock.ts'
import { makeCopies } from './copies.ts'
import { makeHeavyReads } from './heavy-reads.ts'
import { makeDocuments } from './documents/documents.ts'
import { makeDrafts } from './drafts.ts'
import type { Documents, KeyPlace, Paper, Sessions, Updates } from './host.ts'
import { makeSampleMaker } from './sample-maker.ts'
import { makeSessions } from './sessions.ts'
import { keyFor } from './shell/key-store.ts'
import { makeLanguageModel } from './shell/language-model.ts'

export interface PracticeOptions {
  /** Where the practice file is, or is to be. */
  data: string
  /** Where keys are kept; never inside `data`. */
  config: string
  clock: Clock
  log: Log
  strict: boolean
  /** Where the fonts of documents are. */
  fonts: string
  paper: Paper
  /** What the computer's key store opened; without it a sealed key can't be used. */
  unsealed?: ReadonlyMap<string, FileKey>
  keyPlace: (salt: string) => KeyPlace
  updates: Updates
}

export interface OpenPractice {
  app: App
  sessions: Sessions
  documents: Documents
  keyPlace: KeyPlace
  sample: ReturnType<typeof makeSampleMaker>
  lock: Lock
  close: () => Promise<void>
}

const FILE_NAME = 'practice.tenpack'

/** `runningAt`: where the one that has this practice open already can be reached; empty when it is still starting. */
export function openPractice({
  data,
  config,
  clock,
  log,
  strict,
  fonts,
  paper,
  unsealed,
  keyPlace: placeOf,
  updates,
}: PracticeOptions): OpenPractice | { runningAt: string } {
  makeFolder(data)
  const path = join(data, FILE_NAME)
  const lock = takeLock(path)
  if ('holder' in lock) return { runningAt: lock.holder }
  try {
    const key = keyFor(path, join(config, 'keys'), unsealed)
    const keyPlace = placeOf(key.salt)
    const documents = makeDocuments({ fonts })
    const drafts = makeDrafts()
    const sessions = makeSessions((sessionId) => {
      documents.forget(sessionId)
      drafts.forget(sessionId)
    })
    const sample = makeSampleMaker({ path, key, clock, log, app: () => app })
    const backupFolder = join(data, 'Copies')
    const makeCopy = makeCopies({ path, key, folder: backupFolder })
    const heavyReads = makeHeavyReads({ path, key })
    const languageModel = makeLanguageModel()
    const open = () => openPracticeFile({ path, key, create: true })
    const app = startApp({
      open,
      host: () => ({ sessions, documents, paper, drafts, keyPlace, updates, languageModel, sample, backupFolder, makeCopy, heavyReads }),
      clock,
      log,
      strict,
    })
    const close = async () => {
      languageModel.stop()
      await app.close()
      await documents.close()
      lock.release()
    }
    return { app, sessions, documents, keyPlace, sample, lock, close }
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
