// Clients: found by the beginnings of words, listed by family name, and the figures on their page.

import type { z } from 'zod'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { countOfClient, findVisit, listPaidCurrencies, listPrepaid, listPublishedInvoiceIds } from '../../db/queries/client-figures.ts'
import {
  type ClientFields,
  countClients,
  getClient,
  insertClient,
  listClients,
  listVisitFigures,
  updateClient,
} from '../../db/queries/clients.ts'
import { listInvoiceSums } from '../../db/queries/invoices.ts'
import { creditOf } from '../../db/queries/payments.ts'
import { countActivePackages } from '../../db/queries/standing.ts'
import { getPractice } from '../../db/queries/practice.ts'
import type { SaveClient } from '../../shared/contract/clients.ts'
import { dayOf } from '../../shared/dates.ts'
import { minor, sum } from '../../shared/money.ts'
import { fullName } from '../../shared/format.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged, marked } from '../marks.ts'

const MOST_FOUND = 8

export async function list(
  { db, today, now }: QueryContext,
  { search, page, pageSize }: { search: string; page: number; pageSize: number },
) {
  const rows = await listClients(db, search, { limit: pageSize, offset: (page - 1) * pageSize })
  const ids = rows.map((c) => c.id)
  const visits = new Map((await listVisitFigures(db, ids, now)).map((v) => [v.clientId, v]))
  const active = await countActivePackages(db, today, ids)
  return {
    total: await countClients(db, search),
    rows: rows.map(({ id, number, givenName, familyName, phone, email, birthDate }) => {
      const { lastAt = null, nextAt = null } = visits.get(id) ?? {}
      const activePackages = active.get(id) ?? 0
      return {
        id,
        number,
        givenName,
        familyName,
        phone,
        email,
        birthDate,
        lastVisitOn: lastAt && dayOf(lastAt),
        nextVisitAt: nextAt,
        activePackages,
      }
    }),
  }
}

/** For a type-ahead: nothing typed finds nobody. */
export async function find({ db, now }: QueryContext, { search }: { search: string }) {
  if (search.trim() === '') return []
  const rows = await listClients(db, search, { limit: MOST_FOUND, offset: 0 })
  const figures = new Map(
    (
      await listVisitFigures(
        db,
        rows.map((c) => c.id),
        now,
      )
    ).map((v) => [v.clientId, v]),
  )
  return rows.map(({ id, number, givenName, familyName, phone, birthDate }) => {
    const { visits = 0, lastAt = null, lastServiceId = null } = figures.get(id) ?? {}
    return { id, number, givenName, familyName, phone, birthDate, visits, lastVisitOn: lastAt && dayOf(lastAt), lastServiceId }
  })
}

export async function get({ db, now }: QueryContext, { id }: { id: number }) {
  const client = await getClient(db, id)
  const prepaid = await listPrepaid(db, id)
  const { noShows, ...counts } = await countOfClient(db, id)
  return {
    ...clientOf(client),
    money: await moneyOf(db, id, prepaid),
    prepaidSessions: prepaid.reduce((n, p) => n + p.sessions, 0),
    prepaidUnlimited: prepaid.some((p) => p.grantedMinor > p.drawnMinor),
    lastVisit: (await findVisit(db, id, 'last', now)) ?? null,
    nextVisit: (await findVisit(db, id, 'next', now)) ?? null,
    noShows,
    counts,
  }
}

/** What is due, on account and prepaid in each currency; of others than the practice's, those that come to anything. */
async function moneyOf(db: Db, clientId: number, prepaid: Awaited<ReturnType<typeof listPrepaid>>) {
  const practice = await getPractice(db)
  const invoices = await listInvoiceSums(db, await listPublishedInvoiceIds(db, clientId))
  const bought = [...invoices, ...prepaid].map((row) => row.currency)
  const currencies = new Set([practice.currency, ...[...bought, ...(await listPaidCurrencies(db, clientId))].toSorted()])
  const money = []
  for (const currency of currencies) {
    const due = invoices
      .filter((i) => i.currency === currency)
      .map((i) => minor(i.amounts + (i.pricesIncludeTax ? 0 : i.taxes) - i.paid - i.loss))
    const { valueMinor = 0, grantedMinor = 0, drawnMinor = 0 } = prepaid.find((p) => p.currency === currency) ?? {}
    money.push({
      currency,
      balanceMinor: sum(due),
      creditMinor: await creditOf(db, clientId, currency),
      prepaidMinor: minor(valueMinor + grantedMinor - drawnMinor),
    })
  }
  return money.filter((m) => m.currency === practice.currency || m.balanceMinor !== 0 || m.creditMinor !== 0 || m.prepaidMinor !== 0)
}

export async function save(c: CommandContext, { key: _key, id, mark, ...input }: z.output<typeof SaveClient>) {
  const { tx, today } = c
  const fields: ClientFields = input
  if (id === null) return clientOf(await getClient(tx, await insertClient(tx, { ...fields, createdOn: today })))
  const before = await getClient(tx, id)
  await assertUnchanged(c, { what: fullName(before), now: clientOf(before), mark, record: { table: 'clients', id } })
  await updateClient(tx, before, fields)
  return clientOf(await getClient(tx, id))
}

const clientOf = ({ sortKey: _sortKey, deletedAt, ...client }: Row<'clients'>) => ({ ...marked(client), deleted: deletedAt !== null })
