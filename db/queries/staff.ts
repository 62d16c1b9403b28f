// SQL for staff members with their numbers and working hours. The hashes of their secrets leave this file
// only for signing in, and never reach the audit.

import type { LocalDate, LocalTime } from '../../shared/dates.ts'
import { refuse } from '../../shared/errors.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { Flag } from '../flag.ts'
import type { NewRow, Row } from '../schema.ts'

export interface PractitionerNumber {
  issuer: string
  number: string
  validFrom: LocalDate | null
  validThrough: LocalDate | null
}
export interface Hours {
  weekday: number
  fromTime: LocalTime
  toTime: LocalTime
}
export type StaffFields = Required<Omit<NewRow<'staff'>, 'id' | 'position' | 'passwordHash' | 'pinHash'>>
export type StaffMember = Row<'staff'> & { numbers: PractitionerNumber[]; hours: Hours[] }

export async function listStaff(db: Db): Promise<StaffMember[]> {
  const people = await db.selectFrom('staff').selectAll().orderBy('position').orderBy('id').execute()
  const numbers = Map.groupBy(await db.selectFrom('practitionerNumbers').selectAll().orderBy('id').execute(), (n) => n.staffId)
  const hours = Map.groupBy(await listHours(db), (h) => h.staffId)
  return people.map((p) => ({ ...p, numbers: (numbers.get(p.id) ?? []).map(numberOf), hours: (hours.get(p.id) ?? []).map(hoursOf) }))
}

export async function getStaffMember(db: Db, id: number): Promise<StaffMember> {
  const person = (await findStaff(db, id)) ?? refuse('call.notFound', { what: 'staff member' })
  const numbers = await db.selectFrom('practitionerNumbers').selectAll().where('staffId', '=', id).orderBy('id').execute()
  const hours = await listHours(db, id)
  return { ...person, numbers: numbers.map(numberOf), hours: hours.map(hoursOf) }
}

export const findStaff = (db: Db, id: number): Promise<Row<'staff'> | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()

export async function countActiveOwners(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('staff')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('role', '=', 'owner')
    .where('active', '=', 1)
    .executeTakeFirstOrThrow()
  return n
}

export const listStaffAmong = (db: Db, ids: readonly number[]): Promise<{ id: number; isPractitioner: Flag }[]> =>
  db
    .selectFrom('staff')
    .select(['id', 'isPractitioner'])
    .where('id', 'in', [0, ...ids])
    .execute() // `in ()` is no SQL everywhere

/** `secrets`: hashes, for the first owner only; later ones come by `updateSecrets`. */
export async function insertStaff(
  tx: Tx,
  fields: StaffFields,
  more: { numbers: readonly PractitionerNumber[]; hours: readonly Hours[] },
  secrets: { passwordHash: string | null; pinHash: string | null } = { passwordHash: null, pinHash: null },
): Promise<number> {
  const { last } = await tx
    .selectFrom('staff')
    .select((e) => e.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const position = Number(last ?? 0) + 1
  const { id } = await tx
    .insertInto('staff')
    .values({ ...fields, ...secrets, position })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertNumbersAndHours(tx, id, more)
  recordChange(tx, { record: 'staff', id, after: { ...fields, ...more, position, ...hasSecrets(secrets) } })
  return id
}

export async function updateStaff(
  tx: Tx,
  before: StaffMember,
  fields: StaffFields,
  more: { numbers: readonly PractitionerNumber[]; hours: readonly Hours[] },
): Promise<void> {
  await tx.updateTable('staff').set(fields).where('id', '=', before.id).execute()
  await tx.deleteFrom('practitionerNumbers').where('staffId', '=', before.id).execute()
  await tx.deleteFrom('workingHours').where('staffId', '=', before.id).execute()
  await insertNumbersAndHours(tx, before.id, more)
  const { id, passwordHash: _password, pinHash: _pin, ...known } = before
  recordChange(tx, { record: 'staff', id, before: known, after: { ...known, ...fields, ...more } })
}

/** Null leaves a secret as it is. */
export async function updateSecrets(
  tx: Tx,
  staffId: number,
  hashes: { passwordHash: string | null; pinHash: string | null },
): Promise<void> {
  const before = await getStaffMember(tx, staffId)
  const after = { passwordHash: hashes.passwordHash ?? before.passwordHash, pinHash: hashes.pinHash ?? before.pinHash }
  await tx.updateTable('staff').set(after).where('id', '=', staffId).execute()
  const changed = { passwordChanged: hashes.passwordHash !== null, pinChanged: hashes.pinHash !== null }
  recordChange(tx, { record: 'staff', id: staffId, before: hasSecrets(before), after: { ...hasSecrets(after), ...changed } })
}

async function insertNumbersAndHours(
  tx: Tx,
  staffId: number,
  { numbers, hours }: { numbers: readonly PractitionerNumber[]; hours: readonly Hours[] },
) {
  if (numbers.length > 0)
    await tx
      .insertInto('practitionerNumbers')
      .values(numbers.map((n) => ({ ...n, staffId })))
      .execute()
  if (hours.length > 0)
    await tx
      .insertInto('workingHours')
      .values(hours.map((h) => ({ ...h, staffId })))
      .execute()
}

function listHours(db: Db, staffId?: number): Promise<Row<'workingHours'>[]> {
  const all = db.selectFrom('workingHours').selectAll().orderBy('weekday').orderBy('fromTime')
  return (staffId === undefined ? all : all.where('staffId', '=', staffId)).execute()
}

const numberOf = ({ issuer, number, validFrom, validThrough }: Row<'practitionerNumbers'>): PractitionerNumber => ({
  issuer,
  number,
  validFrom,
  validThrough,
})
const hoursOf = ({ weekday, fromTime, toTime }: Row<'workingHours'>): Hours => ({ weekday, fromTime, toTime })
const hasSecrets = (s: { passwordHash: string | null; pinHash: string | null }) => ({
  hasPassword: s.passwordHash !== null,
  hasPin: s.pinHash !== null,
})
