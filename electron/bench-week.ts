// What a host does until the first week stands there, without a window: opens the practice and serves one query. For
// `npm run bench` alone, by bench-start.ts.

import { readFileSync } from 'node:fs'
import type { FileKey } from '../db/connect.ts'
import { openPracticeFile } from '../db/open.ts'
import { localDateTime } from '../shared/dates.ts'
import { startApp } from './app.ts'
import { momentAt } from './clock.ts'
import { makeDrafts } from './drafts.ts'
import { leftToBrowser } from './paper.ts'
import { makeSessions } from './sessions.ts'
import { keyInFile } from './shell/key-place.ts'
import { noLanguageModel, noUpdates } from './not-offered.ts'

interface Job {
  path: string
  key: FileKey
  staffId: number
  now: string
  week: { from: string; through: string }
}

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job
const sessions = makeSessions()
const nothing = () => Promise.reject(new Error('A start needs nothing of the machine'))
const app = startApp({
  open: () => openPracticeFile({ path: job.path, key: job.key, create: false }),
  host: () => ({
    sessions,
    documents: { draw: nothing, keep: () => '', find: () => null },
    paper: leftToBrowser,
    drafts: makeDrafts(),
    keyPlace: keyInFile,
    updates: noUpdates,
    languageModel: noLanguageModel,
    sample: { start: () => {}, progress: () => ({ state: 'idle', done: 0, of: 0, message: '' }) },
    backupFolder: '',
    makeCopy: nothing,
  }),
  clock: () => momentAt(localDateTime(job.now)),
  log: (_report, error) => console.error(error),
  strict: false,
})
sessions.signIn('bench', job.staffId)
void firstWeek()

async function firstWeek(): Promise<void> {
  const reply = await app.dispatch({ sessionId: 'bench', path: ['appointments', 'onDays'], input: job.week })
  if (!('output' in reply)) throw new Error(reply.error.code)
  await app.close()
}
