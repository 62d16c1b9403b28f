// A whole practice in memory for one test: migrated, set up, with an owner, staff and services, made through the
// procedures. Each test gets its own copy of one image, so nothing is shared. Calls go in by the same door as a screen's.

import { randomUUID } from 'node:crypto'
import type { ContractRouterClient } from '@orpc/contract'
import { type File, openInMemory } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { type App, startApp } from '../../electron/app.ts'
import { clientOver } from '../../electron/client.ts'
import type { Moment } from '../../electron/clock.ts'
import { makeDrafts } from '../../electron/drafts.ts'
import type { DocumentFile, HeavyReads, Host } from '../../electron/host.ts'
import { leftToBrowser } from '../../electron/paper.ts'
import { noLanguageModel, noUpdates } from '../../electron/not-offered.ts'
import { makeSessions } from '../../electron/sessions.ts'
import { keyInFile } from '../../electron/shell/key-place.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { dayOf, type Instant, localDateTime } from '../../shared/dates.ts'
import type { Role } from '../../shared/domain/words.ts'
import { isRefusalCode, Refusal } from '../../shared/errors.ts'
import { type People, setUpPractice } from './practice.ts'

export { PASSWORD, PIN } from './practice.ts'

export type Client = ContractRouterClient<Contract>
export type TestApp = Awaited<ReturnType<typeof makeApp>>
export const newKey = (): string => randomUUID()

/** A Tuesday, before the practice opens. */
export const DEFAULT_NOW = '2026-11-24T08:30'

export async function makeApp({ now = DEFAULT_NOW }: { now?: string } = {}) {
  template ??= makeTemplate()
  const { image, people } = await template
  const made = openOn(() => openInMemory(image), now)
  for (const [who, staffId] of Object.entries(people)) made.sessions.signIn(who, staffId)
  return { ...made, people }
}

/** A file without a practice, as at the very first start. */
export const makeEmptyApp = ({ now = DEFAULT_NOW }: { now?: string } = {}) => openOn(emptyFile, now)

/** The app on any file, with clients that call as different people. */
export function openOn(
  open: () => File,
  now: string,
  {
    strict = true,
    ...more
  }: { strict?: boolean; heavyReads?: HeavyReads; updates?: Host['updates']; languageModel?: Host['languageModel'] } = {},
) {
  let moment = momentAt(now)
  let bug: unknown
  const sessions = makeSessions()
  const host = { ...hostOf(sessions), ...more }
  const app: App = startApp({
    open,
    host: () => host,
    clock: () => moment,
    log: (_report, error) => (bug = error),
    strict,
  })

  /** Sends what JSON would carry, and throws refusals and bugs as what they are. */
  const over = (sessionId: string): Client =>
    clientOver(async (path, input) => {
      const reply = await app.dispatch({ sessionId, path, input: asJson(input) })
      if ('output' in reply) return asJson(reply.output)
      const { code, data } = reply.error
      throw isRefusalCode(code) ? new Refusal(code, data as never) : bug
    })

  return {
    app,
    db: app.db(),
    file: app.file(),
    sessions,
    documents: host.documents,
    system: app.system(),
    /** The client of the owner, who may do everything. */
    call: over('owner'),
    /** The client of a person with that role. */
    as: (role: Role | 'secondPractitioner' | 'nobody'): Client => over(role),
    setNow: (to: string): void => void (moment = momentAt(to)),
  }
}

export function momentAt(now: string): Moment {
  const at = localDateTime(now)
  return { today: dayOf(at), now: at, instant: `${at}:00.000Z` as Instant }
}

const asJson = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

function emptyFile(): File {
  const file = openInMemory()
  migrate(file)
  return file
}

function hostOf(sessions: Host['sessions']): Host {
  return {
    sessions,
    backupFolder: '/nowhere',
    // What only the machine can do has tests of its own, with a real worker and real files.
    documents: { draw: () => Promise.reject(new Error('No documents are drawn in this test')), ...keptFiles() },
    paper: leftToBrowser,
    drafts: makeDrafts(),
    keyPlace: keyInFile,
    updates: noUpdates,
    languageModel: noLanguageModel,
    sample: { start: () => {}, progress: () => ({ state: 'idle', done: 0, of: 0, message: '' }) },
    makeCopy: () => Promise.reject(new Error('No copies are made in this test')),
  }
}

/** Files that need no drawing are kept as the app does, for the session that asked. */
function keptFiles(): Pick<Host['documents'], 'keep' | 'find'> {
  const kept = new Map<string, { sessionId: string; file: DocumentFile }>()
  return {
    keep(sessionId, file) {
      const id = randomUUID()
      kept.set(id, { sessionId, file })
      return id
    },
    find(sessionId, id) {
      const found = kept.get(id)
      return found?.sessionId === sessionId ? found.file : null
    },
  }
}

let template: Promise<{ image: Buffer; people: People }> | undefined

async function makeTemplate(): Promise<{ image: Buffer; people: People }> {
  const opened = openOn(emptyFile, DEFAULT_NOW)
  const { app, system, file } = opened
  const people = await setUpPractice(opened)
  await system.session.choices() // the file must be idle before it is copied
  const image = file.serialize()
  await app.close()
  return { image, people }
}
