// SQL for clients, and for finding them by the beginnings of words. Uses FTS5 (clientWords), which only SQLite has.

import { sql } from 'kysely'
import type { LocalDateTime } from '../../shared/dates.ts'
import { refuse } from '../../shared/errors.ts'
import { sortKeyOf, typedWords, wordsOfClient } from '../../shared/search-text.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { NewRow, Row } from '../schema.ts'

export type ClientFields = Pick<
  Row<'clients'>,
  'givenName' | 'familyName' | 'birthDate' | 'phone' | 'email' | 'address' | 'country' | 'insurer' | 'insurerNumber' | 'notes'
>

export const findClient = (db: Db, id: number): Promise<Row<'clients'> | undefined> =>
  db.selectFrom('clients').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()

export const getClient = async (db: Db, id: number): Promise<Row<'clients'>> =>
  (await findClient(db, id)) ?? refuse('call.notFound', { what: 'client' })

/** The ids that a typed text finds: every word of it must begin a word of the client. What has no letter or digit finds nobody. */
export function idsFoundBy(search: string) {
  const words = typedWords(search)
  const match = words.length > 0 ? words.map((word) => `"${word}"*`).join(' ') : '"-"'
  return sql<number>`(SELECT rowid FROM clientWords WHERE clientWords MATCH ${match})`
}

/** Nothing typed: everybody. */
const matching = (db: Db, search: string) =>
  db
    .selectFrom('clients')
    .where('deletedAt', 'is', null)
    .$if(search.trim() !== '', (q) => q.where('id', 'in', idsFoundBy(search)))

/** By family name; a page of them. */
export const listClients = (db: Db, search: string, { limit, offset }: { limit: number; offset: number }) =>
  matching(db, search).selectAll().orderBy('sortKey').orderBy('id').limit(limit).offset(offset).execute()

export async function countClients(db: Db, search: string): Promise<number> {
  const { n } = await matching(db, search)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/**
 * The visits of some clients by the practice's clock: how many have been, the last of them with its service, and the next one.
 * A visit that was cancelled, missed or deleted is none.
 */
export const listVisitFigures = (db: Db, clientIds: readonly number[], now: LocalDateTime) =>
  db
    .selectFrom('clients as c')
    .select([
      'c.id as clientId',
      sql<number>`(SELECT count(*) FROM appointments a WHERE a.clientId = c.id AND a.takesSlot = 1 AND a.startsAt <= ${now})`.as('visits'),
      sql<LocalDateTime | null>`(SELECT max(a.startsAt) FROM appointments a WHERE a.clientId = c.id AND a.takesSlot = 1 AND a.startsAt <= ${now})`.as(
        'lastAt',
      ),
      sql<LocalDateTime | null>`(SELECT min(a.startsAt) FROM appointments a WHERE a.clientId = c.id AND a.takesSlot = 1 AND a.startsAt > ${now})`.as(
        'nextAt',
      ),
      sql<number | null>`(SELECT a.serviceId FROM appointments a WHERE a.clientId = c.id AND a.takesSlot = 1
        ORDER BY a.startsAt > ${now}, iif(a.startsAt > ${now}, a.startsAt, NULL), a.startsAt DESC LIMIT 1)`.as('lastServiceId'),
    ])
    .where('c.id', 'in', clientIds)
    .execute()

export async function insertClient(tx: Tx, fields: ClientFields & Pick<NewRow<'clients'>, 'createdOn'>): Promise<number> {
  const { last } = await tx
    .selectFrom('clients')
    .select((e) => e.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const row = { ...fields, number: Number(last ?? 0) + 1, sortKey: sortKeyOf(fields) }
  const { id } = await tx.insertInto('clients').values(row).returning('id').executeTakeFirstOrThrow()
  await tx
    .insertInto('clientWords')
    .values({ rowid: id, words: wordsOfClient(row) })
    .execute()
  recordChange(tx, { record: 'clients', id, after: row })
  return id
}

export async function updateClient(tx: Tx, before: Row<'clients'>, fields: ClientFields): Promise<void> {
  const after = { ...before, ...fields, sortKey: sortKeyOf(fields) }
  await tx
    .updateTable('clients')
    .set({ ...fields, sortKey: after.sortKey })
    .where('id', '=', before.id)
    .execute()
  await tx
    .updateTable('clientWords')
    .set({ words: wordsOfClient(after) })
    .where('rowid', '=', before.id)
    .execute()
  recordChange(tx, { record: 'clients', id: before.id, before, after })
}
