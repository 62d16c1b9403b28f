// The open practice file with everything both hosts need: calls are served, the day is opened at start and at midnight,
// and another file can be put in its place (a sample practice). Knows nothing of Electron or HTTP.

import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { File } from '../db/connect.ts'
import { kyselyOn } from '../db/dialect.ts'
import type { Schema } from '../db/schema.ts'
import type { LocalDate } from '../shared/dates.ts'
import { bugReport, type Log } from './bugs.ts'
import type { Clock } from './clock.ts'
import { contractParts } from './contract-parts.ts'
import { type Call, makeDispatch } from './dispatch.ts'
import type { Host } from './host.ts'
import type { Reply } from './reply.ts'
import { services } from './router.ts'
import { makeTurns } from './turns.ts'

export interface AppOptions {
  /** Opens the practice file, up to date; called again after a swap. */
  open: () => File
  /** What the host lends to actions; it may keep the app for later, not call it yet. */
  host: (app: App) => Host
  clock: Clock
  log: Log
  strict: boolean
}

export type App = ReturnType<typeof startApp>

type Door = ReturnType<typeof makeDispatch>

const ONE_MINUTE = 60_000

export function startApp({ open, host, clock, log, strict }: AppOptions) {
  let file = open()
  let db = kyselyOn(file)
  let openedOn: LocalDate | undefined
  let timer: NodeJS.Timeout | undefined
  const turns = makeTurns()

  const app = {
    /** The app itself, which is nobody: for what it does by itself. */
    system: (): Door['system'] => door.system,
    dispatch: (call: Call): Promise<Reply> => turns.take(() => door.dispatch(call)),
    /** The file that is open now. */
    db: (): Kysely<Schema> => db,
    file: (): File => file,

    /** Writes what the calendar made true. Failing is logged, and tried again a minute later. */
    async openDay(): Promise<void> {
      const { today, instant } = clock()
      try {
        await turns.take(async () => {
          const { hasPractice } = await door.system.setup.state()
          if (hasPractice) await door.system.backups.dailyOpening({ key: randomUUID(), day: today })
        })
        openedOn = today
      } catch (error) {
        log(bugReport(error, 'backups.dailyOpening', instant), error)
      }
    },

    /** Opens the day now, and each new one as it comes. Not a timer for midnight: a computer sleeps, and its clock is set. */
    async keepDay(): Promise<void> {
      await app.openDay()
      timer = setInterval(() => void (clock().today !== openedOn && app.openDay()), ONE_MINUTE)
      timer.unref()
    },

    /** Closes the file when no call is being served, lets `replace` put another one in its place, and opens that. */
    swap: (replace: () => void): Promise<void> =>
      turns.alone(async () => {
        await closeFile()
        try {
          replace()
        } finally {
          file = open()
          db = kyselyOn(file)
        }
      }),

    async close(): Promise<void> {
      clearInterval(timer)
      await turns.alone(closeFile)
    },
  }

  async function closeFile(): Promise<void> {
    await lent.heavyReads?.close()
    await db.destroy()
    file.close()
  }

  const lent = host(app)
  const door = makeDispatch({ contract: contractParts, services, db: app.db, host: lent, clock, log, strict })
  return app
}
