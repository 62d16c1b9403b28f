// Kysely on one SQLite connection: whole transactions, no uncommitted rows shown, nothing after the end.

import { setTimeout as later } from 'node:timers/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFile, openInMemory } from '../../db/connect.ts'
import { kyselyOn } from '../../db/dialect.ts'
import { recordChange, type Tx } from '../../db/handles.ts'
import { hot, inTransaction, whileReading } from '../../db/hot.ts'
import { migrate } from '../../db/migrate.ts'
import { openPracticeFile } from '../../db/open.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'

function makeDb() {
  const file = openInMemory()
  migrate(file)
  return { file, db: kyselyOn(file) }
}

const insertCategory = hot((db, v: { name: string }) =>
  db.insertInto('categories').values({ name: v.name, nameKey: v.name, position: 1 }).returning(['id', 'name']),
)
const categoryByName = hot((db, v: { name: string }) => db.selectFrom('categories').select(['id', 'name']).where('name', '=', v.name))
const count = hot((db, _v: object) => db.selectFrom('categories').select((e) => e.fn.countAll<number>().as('n')))

it('saves all of a transaction', async () => {
  const { db } = makeDb()
  await inTransaction(db, async (tx) => {
    await insertCategory(tx, { name: 'Body' })
    await tx.insertInto('categories').values({ name: 'Face', nameKey: 'face', position: 2 }).execute()
  })
  expect(await count(db, {})).toEqual([{ n: 2 }])
})

it('saves nothing of a transaction that throws', async () => {
  const { db } = makeDb()
  const failing = inTransaction(db, async (tx) => {
    await insertCategory(tx, { name: 'Body' })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await count(db, {})).toEqual([{ n: 0 }])
})

it('gives the same rows to a hot query and to the builder, inside a transaction and outside', async () => {
  const { db } = makeDb()
  const inside = await inTransaction(db, async (tx) => [
    ...(await insertCategory(tx, { name: 'Body' })),
    ...(await categoryByName(tx, { name: 'Body' })),
  ])
  const outside = await categoryByName(db, { name: 'Body' })
  const built = await db.selectFrom('categories').select(['id', 'name']).where('name', '=', 'Body').execute()
  expect([...inside, ...outside, ...built]).toEqual(Array(4).fill({ id: 1, name: 'Body' }))
})

it('never shows another reader what a transaction has not saved yet', async () => {
  const { db } = makeDb()
  const seen: number[] = []
  await Promise.all([
    inTransaction(db, async (tx) => {
      await insertCategory(tx, { name: 'Body' })
      await later(20)
      await insertCategory(tx, { name: 'Face' })
    }),
    later(5).then(async () => seen.push(...(await count(db, {})).map((row) => row.n))),
    later(5).then(() => whileReading(db, async (held) => seen.push(...(await count(held, {})).map((row) => row.n)))),
  ])
  expect(seen).toEqual([2, 2])
})

it('shows one state of the practice to all the reads of a query', async () => {
  const { db } = makeDb()
  const seen: number[] = []
  await Promise.all([
    whileReading(db, async (held) => {
      for (let i = 0; i < 3; i++) {
        seen.push(...(await count(held, {})).map((row) => row.n))
        await later(5)
      }
    }),
    later(2).then(() => inTransaction(db, (tx) => insertCategory(tx, { name: 'Body' }))),
  ])
  expect(seen).toEqual([0, 0, 0])
  expect(await count(db, {})).toEqual([{ n: 1 }])
})

it('refuses a query that comes after its transaction has ended', async () => {
  const { db } = makeDb()
  let kept: Tx | undefined
  await inTransaction(db, async (tx) => {
    kept = tx
  })
  await expect(insertCategory(kept!, { name: 'Body' })).rejects.toThrow(/await is missing/)
  await expect(kept!.deleteFrom('categories').execute()).rejects.toThrow(/already committed/)
  expect(await count(db, {})).toEqual([{ n: 0 }])
})

it('writes nothing more once SQLite has rolled back by itself, even if the one who asked goes on', async () => {
  const { file, db } = makeDb()
  const going = inTransaction(db, async (tx) => {
    await insertCategory(tx, { name: 'Body' })
    file.exec(`CREATE TEMP TRIGGER diskIsFull BEFORE INSERT ON categories WHEN NEW.name = 'Face' BEGIN SELECT RAISE(ROLLBACK, 'full'); END`)
    await expect(insertCategory(tx, { name: 'Face' })).rejects.toThrow('full')
    await expect(tx.insertInto('categories').values({ name: 'Hair', nameKey: 'hair', position: 3 }).execute()).rejects.toThrow(
      /rolled back/,
    )
    await insertCategory(tx, { name: 'Hair' })
  })
  await expect(going).rejects.toThrow(/rolled back/)
  expect(await count(db, {})).toEqual([{ n: 0 }])
  await inTransaction(db, (tx) => insertCategory(tx, { name: 'Feet' }))
  expect(await count(db, {})).toEqual([{ n: 1 }])
})

it('takes the file for writing at once, so that no transaction fails half-way', async () => {
  const path = join(makeFolder(), 'harbour.tenpack')
  const key = makeFileKey()
  const file = openPracticeFile({ path, key, create: true })
  const other = openFile({ path, key })
  other.pragma('busy_timeout = 0')
  await inTransaction(kyselyOn(file), async () => {
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
  })
  other.close()
  file.close()
})

it('does not mix up the changes of two transactions', async () => {
  const { db } = makeDb()
  const { changesOf } = await import('../../db/handles.ts')
  const first = await inTransaction(db, async (tx) => {
    recordChange(tx, { record: 'categories', id: 1 })
    return changesOf(tx)
  })
  const second = await inTransaction(db, async (tx) => changesOf(tx))
  expect([first.length, second.length]).toEqual([1, 0])
})
