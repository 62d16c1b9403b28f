// Makes the sample practice in a file of its own, beside the app's own work: a whole app without screens, on a clock that jumps
// from day to day. The file is not safe against a power cut while it is made; the checked copy of it that it ends with is.

import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { FileKey } from '../db/connect.ts'
import { makeCopy } from '../db/copy.ts'
import { openPracticeFile } from '../db/open.ts'
import { makeSample } from '../db/sample/make-sample.ts'
import { SAMPLE_PRACTICE } from '../db/sample/practice.ts'
import { addDays, atTime, dayOf, type LocalDateTime, localTime } from '../shared/dates.ts'
import { isRefusalCode, Refusal } from '../shared/errors.ts'
import { SAMPLE_SECRETS } from '../shared/sample-secrets.ts'
import { type App, startApp } from './app.ts'
import { clientOver } from './client.ts'
import { momentAt } from './clock.ts'
import { makeDrafts } from './drafts.ts'
import { noLanguageModel, noUpdates } from './not-offered.ts'
import { makeSessions } from './sessions.ts'
import { keyInFile } from './shell/key-place.ts'
import { hashSecret } from './shell/secrets.ts'

export interface SampleJob {
  /** Where it is made; whoever started this clears it away. */
  path: string
  /** Where the finished sample goes. */
  target: string
  key: FileKey
  now: LocalDateTime
}
export type SampleNews = { done: number; of: number } | { finished: true } | { failed: string }

const { path, target, key, now } = workerData as SampleJob
const tell = (news: SampleNews) => parentPort?.postMessage(news)
const OWNER = 'owner'

let moment = momentAt(now)
let bug: unknown
const sessions = makeSessions()

const setNow = (to: LocalDateTime): void => void (moment = momentAt(to))
const never = () => Promise.reject(new Error('The sample practice needs nothing of the machine'))

const app: App = startApp({
  open: () => openPracticeFile({ path, key, create: true, lasting: false }),
  host: () => ({
    sessions,
    documents: { draw: never, keep: () => '', find: () => null },
    paper: { print: never, save: never },
    drafts: makeDrafts(),
    keyPlace: keyInFile,
    updates: noUpdates,
    languageModel: noLanguageModel,
    sample: { start: () => {}, progress: () => ({ state: 'idle', done: 0, of: 0, message: '' }) },
    backupFolder: '',
    makeCopy: never,
  }),
  clock: () => moment,
  log: (_report, error) => (bug = error),
  strict: false,
})

const call = clientOver(async (path, input) => {
  const reply = await app.dispatch({ sessionId: OWNER, path, input })
  if ('output' in reply) return reply.output
  const { code, data } = reply.error
  throw isRefusalCode(code) ? new Refusal(code, data as never) : bug
})

async function make(): Promise<void> {
  const hashes = { passwordHash: await hashSecret(SAMPLE_SECRETS.password), pinHash: await hashSecret(SAMPLE_SECRETS.pin) }
  setNow(atTime(addDays(dayOf(now), -365), localTime('12:00')))
  const { staffId } = await app.system().setup.store({ key: randomUUID(), ...SAMPLE_PRACTICE, ...hashes, isSample: true })
  sessions.signIn(OWNER, staffId)
  await makeSample({ call, setNow, openDay: () => app.openDay(), now, onProgress: (done, of) => tell({ done, of }) })
  setNow(now)
  for (const { id } of await call.staff.list()) await app.system().staff.storeSecrets({ key: randomUUID(), staffId: id, ...hashes })
  makeCopy(app.file(), key, target)
}

async function run(): Promise<void> {
  try {
    await make()
    tell({ finished: true })
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    await app.close()
  }
}

void run()
