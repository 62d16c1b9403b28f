// SQL for the sessions of client packages and their entries. Reads take a Db; writes take a Tx.
// A session changes only by an entry: the triggers of migration 0005 move the row.

import { sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { PotMove, SessionState } from '../../shared/domain/words.ts'
import { type Minor, minor, negate, sum } from '../../shared/money.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { NewRow, Row } from '../schema.ts'

const sessionsOfItem = hot((db, v: { itemId: number }) =>
  db
    .selectFrom('sessions as s')
    .leftJoin('appointments as a', 'a.id', 's.appointmentId')
    .select(['s.id', 's.number', 's.state', 's.valueMinor', 's.appointmentId', 'a.startsAt as at'])
    .where('s.clientPackageItemId', '=', v.itemId)
    .orderBy('s.number'),
)

export async function listSessions(db: Db, clientPackageItemId: number) {
  return (await sessionsOfItem(db, { itemId: clientPackageItemId })).map(settled)
}

/** Null state and value exist only between a row's insert and its first entry, inside one command. */
function settled<R extends { state: SessionState | null; valueMinor: Minor | null }>(row: R) {
  if (row.state === null || row.valueMinor === null) throw new Error('A session without its first entry')
  return row as R & { state: SessionState; valueMinor: Minor } // just checked; booking reads too many rows to copy each
}

const sessionOfAppointment = hot((db, v: { appointmentId: number }) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .select(['s.id', 's.number', 's.state', 's.valueMinor', 's.appointmentId', 's.clientPackageItemId', 'i.clientPackageId', 'i.quantity'])
    .where('s.appointmentId', '=', v.appointmentId),
)

/** The session an appointment holds now: booked, used or forfeited. */
export async function findSessionOfAppointment(db: Db, appointmentId: number) {
  const [row] = await sessionOfAppointment(db, { appointmentId })
  return row && settled(row)
}

export async function getSession(db: Db, id: number) {
  const row = await db
    .selectFrom('sessions as s')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .select(['s.id', 's.number', 's.state', 's.valueMinor', 's.clientPackageItemId', 'i.clientPackageId', 'i.productId'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  return row && settled(row)
}

/** Sessions that were given on top of those sold: their first entry says so. */
export const listExtraIds = async (db: Db, clientPackageId: number): Promise<number[]> =>
  (
    await db
      .selectFrom('sessionEntries as e')
      .innerJoin('sessions as s', 's.id', 'e.sessionId')
      .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
      .select('s.id')
      .where('i.clientPackageId', '=', clientPackageId)
      .where('e.move', '=', 'adjustPlus')
      .execute()
  ).map((s) => s.id)

/** Which item of which client package the appointment last gave a session back to. */
export const findLastReturned = (db: Db, appointmentId: number) =>
  db
    .selectFrom('sessionEntries as b')
    .innerJoin('sessionEntries as r', (j) => j.onRef('r.sessionId', '=', 'b.sessionId').onRef('r.id', '>', 'b.id'))
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .select(['s.clientPackageItemId', 'r.at'])
    .where('b.appointmentId', '=', appointmentId)
    .where('r.move', 'in', ['return', 'waive'])
    .orderBy('b.id', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst()

const lastEffectiveOn = hot((db, v: { sessionId: number }) =>
  db.selectFrom('sessionEntries').select('effectiveOn').where('sessionId', '=', v.sessionId).orderBy('id', 'desc').limit(sql.lit(1)),
)
/** An entry is never effective before the one before it. */
export const findLastEffectiveOn = async (db: Db, sessionId: number): Promise<LocalDate | undefined> =>
  (await lastEffectiveOn(db, { sessionId }))[0]?.effectiveOn

const insertSessionRow = hot((db, v: { itemId: number; number: number }) =>
  (db as Tx).insertInto('sessions').values({ clientPackageItemId: v.itemId, number: v.number }).returning('id'),
)

/** An empty row; its first entry gives it state and value. */
export async function insertSession(tx: Tx, clientPackageItemId: number, number: number): Promise<number> {
  const [row] = await insertSessionRow(tx, { itemId: clientPackageItemId, number })
  if (!row) throw new Error('No id came back')
  return row.id
}

export type Entry = Omit<Row<'sessionEntries'>, 'id'>

const insertEntry = hot((db, v: Entry) =>
  (db as Tx)
    .insertInto('sessionEntries')
    .values({
      sessionId: v.sessionId,
      move: v.move,
      fromState: v.fromState,
      toState: v.toState,
      appointmentId: v.appointmentId,
      valueMinor: v.valueMinor,
      effectiveOn: v.effectiveOn,
      staffId: v.staffId,
      at: v.at,
      reason: v.reason,
    })
    .returning('id'),
)

export async function appendSessionEntry(tx: Tx, entry: Entry): Promise<void> {
  const [row] = await insertEntry(tx, entry)
  if (!row) throw new Error('No id came back')
  recordChange(tx, { record: 'sessionEntries', id: row.id, after: entry })
}

const highestNumber = hot((db, v: { itemId: number }) =>
  db.selectFrom('sessions').select('number').where('clientPackageItemId', '=', v.itemId).orderBy('number', 'desc').limit(sql.lit(1)),
)
export const findHighestNumber = async (db: Db, clientPackageItemId: number): Promise<number> =>
  (await highestNumber(db, { itemId: clientPackageItemId }))[0]?.number ?? 0

const usesOf = hot((db, v: { clientPackageId: number }) =>
  db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .innerJoin('appointments as a', 'a.id', 's.appointmentId')
    .select(['a.startsAt', 's.state', 's.appointmentId'])
    .where('i.clientPackageId', '=', v.clientPackageId)
    .orderBy('a.startsAt'),
)

/** The appointments whose session is booked, used or forfeited, by time: the first is the first use. */
export const listUses = (db: Db, clientPackageId: number) => usesOf(db, { clientPackageId })

/** Rows of every item in one state, for expiring and reinstating them together. */
export async function listSessionsInState(db: Db, clientPackageId: number, state: SessionState) {
  const rows = await db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .select(['s.id', 's.number', 's.valueMinor', 's.state', 's.appointmentId', 's.clientPackageItemId', 'i.quantity'])
    .where('i.clientPackageId', '=', clientPackageId)
    .where('s.state', '=', state)
    .orderBy('s.id')
    .execute()
  return rows.map(settled)
}

/** Rows that are not withdrawn: what was ever done with it and not undone. */
export async function countOpenSessions(db: Db, clientPackageId: number): Promise<number> {
  const { n } = await db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('i.clientPackageId', '=', clientPackageId)
    .where('s.state', '<>', 'withdrawn')
    .executeTakeFirstOrThrow()
  return n
}

/** What is left in the pot: its entries less what the unlimited items' sessions drew. */
export async function potLeft(db: Db, clientPackageId: number): Promise<Minor> {
  const [pot] = await potSums(db, { clientPackageId })
  return minor((pot?.granted ?? 0) - (pot?.drawn ?? 0))
}
const potSums = hot((db, v: { clientPackageId: number }) =>
  db.selectNoFrom((e) => [
    e
      .selectFrom('potEntries')
      .select((f) => f.fn.sum<number>('amountMinor').as('s'))
      .where('clientPackageId', '=', v.clientPackageId)
      .as('granted'),
    e
      .selectFrom('clientPackageItems as i')
      .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
      .select((f) => f.fn.sum<number>('s.valueMinor').as('s'))
      .where('i.clientPackageId', '=', v.clientPackageId)
      .where('i.quantity', 'is', null)
      .as('drawn'),
  ]),
)

/** What expiring took out of the pot and reinstating has not brought back. */
export const expiredPot = (db: Db, clientPackageId: number): Promise<Minor> => potTaken(db, clientPackageId, ['expire', 'reinstate'])
/** What cancelling took out of the pot and reactivating has not brought back. */
export const cancelledPot = (db: Db, clientPackageId: number): Promise<Minor> => potTaken(db, clientPackageId, ['cancel', 'reactivate'])

async function potTaken(db: Db, clientPackageId: number, moves: PotMove[]): Promise<Minor> {
  const rows = await db
    .selectFrom('potEntries')
    .select('amountMinor')
    .where('clientPackageId', '=', clientPackageId)
    .where('move', 'in', moves)
    .execute()
  return negate(sum(rows.map((r) => r.amountMinor)))
}

export async function appendPotEntry(tx: Tx, entry: NewRow<'potEntries'>): Promise<void> {
  const { id } = await tx.insertInto('potEntries').values(entry).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'potEntries', id, after: entry })
}
