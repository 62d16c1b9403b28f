// P1, P2: booking off a package through the whole door, beside the very same SQL replayed raw. The statements of one run are
// recorded with their values; both sides start from a copy of one encrypted file, so every id and every row is the same.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { File, FileKey } from '../../db/connect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { startApp } from '../../electron/app.ts'
import { momentAt } from '../../electron/clock.ts'
import { makeDrafts } from '../../electron/drafts.ts'
import { leftToBrowser } from '../../electron/paper.ts'
import { noLanguageModel, noUpdates } from '../../electron/not-offered.ts'
import { makeSessions } from '../../electron/sessions.ts'
import { keyInFile } from '../../electron/shell/key-place.ts'
import { addDays, addMinutes, atTime, localDate, localDateTime, localTime } from '../../shared/dates.ts'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { newKey, openOn, PASSWORD, PIN } from '../support/app.ts'
import { bookingOf, card, makeClientPackage, makeService } from '../support/make.ts'
import { makeFileKey } from './file-key.ts'
import type { Measure } from './measure.ts'
import { recording, replay, type Step } from './recording.ts'

const CLIENTS = 30
const BOOKINGS_EACH = 5
const NOW = '2026-11-23T07:00'
const ME = 'bench'
const FIRST_DAY = localDate('2026-11-24')

type Booking = ReturnType<typeof bookingOf>
interface Base {
  path: string
  key: FileKey
  ownerId: number
  bookings: Omit<Booking, 'key'>[]
}

export const p1 = measureAt('FULL', {
  id: 'P1',
  what: 'book off a package, FULL',
  against: 'the same SQL raw, same cipher',
  goal: 1.5,
  rounds: 31,
})
export const p2 = measureAt('OFF', {
  id: 'P2',
  what: 'book off a package, OFF',
  against: 'the same SQL raw, same cipher',
  goal: 2,
  rounds: 31,
})

function measureAt(synchronous: 'FULL' | 'OFF', measure: Omit<Measure, 'open'>): Measure {
  return {
    ...measure,
    async open() {
      const folder = mkdtempSync(join(tmpdir(), 'tenpack-bench-'))
      const base = await makeBase(folder)
      const steps = await record(base, join(folder, 'recorded'))
      const ours = oursOn(base, join(folder, 'ours'), synchronous)
      const other = rawOn(base, join(folder, 'raw'), synchronous, steps)
      return { ours, other, close: () => rmSync(folder, { recursive: true, force: true }) }
    },
  }
}

const openCopy = ({ path, key }: Base, copy: string): File => {
  rmSync(`${copy}-wal`, { force: true })
  copyFileSync(path, copy)
  return openPracticeFile({ path: copy, key, create: false })
}

async function makeBase(folder: string): Promise<Base> {
  const path = join(folder, 'base')
  const key = makeFileKey()
  const app = openOn(() => openPracticeFile({ path, key, create: true }), NOW)
  await app.call.setup.create({ ...SAMPLE_PRACTICE, owner: { name: 'Mara Ruiz', isPractitioner: true }, password: PASSWORD, pin: PIN })
  const ownerId = app.sessions.staffOf('owner') ?? 0
  const maker = { call: app.call, people: { practitioner: ownerId } }
  const service = await makeService(maker)
  const bookings: Base['bookings'] = []
  for (let n = 0; n < CLIENTS; n++) {
    const p = await makeClientPackage(maker, { sessions: 10, serviceIds: [service.id], payments: [card(80_000)] })
    for (let m = 0; m < BOOKINGS_EACH; m++) {
      const startsAt = addMinutes(atTime(addDays(FIRST_DAY, n), localTime('08:00')), m * 60)
      const { key: _, ...booking } = bookingOf(maker, {
        clientId: p.clientId,
        serviceId: service.id,
        startsAt,
        clientPackageItemId: p.itemId,
        confirmed: { outsideHours: true, endMoves: false },
      })
      bookings.push(booking)
    }
  }
  await app.app.close()
  return { path, key, ownerId, bookings }
}

/** The door as a host has it: no checks that only tests make, no transport. */
function doorOn(base: Base, file: File) {
  const sessions = makeSessions()
  const nothing = () => Promise.reject(new Error('Booking needs nothing of the machine'))
  const host = {
    sessions,
    backupFolder: '',
    makeCopy: nothing,
    paper: leftToBrowser,
    drafts: makeDrafts(),
    keyPlace: keyInFile,
    updates: noUpdates,
    languageModel: noLanguageModel,
    documents: { draw: nothing, keep: () => '', find: () => null },
    sample: { start: () => {}, progress: () => ({ state: 'idle', done: 0, of: 0, message: '' }) as const },
  }
  const moment = momentAt(localDateTime(NOW))
  const app = startApp({
    open: () => file,
    host: () => host,
    clock: () => moment,
    log: (_report, error) => console.error(error),
    strict: false,
  })
  sessions.signIn(ME, base.ownerId)
  const book = async (booking: Base['bookings'][number]) => {
    const reply = await app.dispatch({ sessionId: ME, path: ['appointments', 'book'], input: { key: newKey(), ...booking } })
    if (!('output' in reply)) throw new Error(reply.error.code)
  }
  return { book, close: app.close }
}

function oursOn(base: Base, copy: string, synchronous: string) {
  let door: ReturnType<typeof doorOn> | undefined
  return {
    async before() {
      await door?.close()
      const file = openCopy(base, copy)
      file.pragma(`synchronous = ${synchronous}`)
      door = doorOn(base, file)
    },
    async run() {
      for (const booking of base.bookings) await door?.book(booking)
    },
  }
}

function rawOn(base: Base, copy: string, synchronous: string, steps: readonly Step[]) {
  let file: File | undefined
  return {
    before() {
      file?.close()
      file = openCopy(base, copy)
      file.pragma(`synchronous = ${synchronous}`)
    },
    run: () => replay(file!, steps),
  }
}

/** One untimed run of the bookings, with every statement and its values written down. */
async function record(base: Base, copy: string): Promise<Step[]> {
  const file = openCopy(base, copy)
  const door = doorOn(base, file)
  const steps = await recording(file, async () => {
    for (const booking of base.bookings) await door.book(booking)
  })
  await door.close()
  return steps
}
