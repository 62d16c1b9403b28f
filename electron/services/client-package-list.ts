// The list of client packages, a page at a time, and the whole of it as a file. What each is today is derived as everywhere.

import type { z } from 'zod'
import { type ClientPackageFilter, listOwners, pageOfClientPackages } from '../../db/queries/client-package-list.ts'
import { getPractice } from '../../db/queries/practice.ts'
import type { Db } from '../../db/handles.ts'
import type { clientPackageList } from '../../shared/contract/client-package-list.ts'
import { addDays, type LocalDate } from '../../shared/dates.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import type { ActionContext, QueryContext } from '../context.ts'
import { lettersFileName } from '../documents/file-names.ts'
import { clientPackagesCsv } from '../documents/client-packages-csv.ts'
import { cardsOf } from './client-package-cards.ts'

type Input = z.output<NonNullable<(typeof clientPackageList.list)['~orpc']['inputSchema']>>
type Filter = Omit<Input, 'page' | 'pageSize'>

export const list = ({ db, today }: QueryContext, input: Input) => pageOf(db, today, input)

async function pageOf(db: Db, today: LocalDate, { low, ...input }: Input) {
  const { lowSessions, lowDays } = await getPractice(db)
  const filter: ClientPackageFilter = {
    ...input,
    low: low ? { sessions: lowSessions, through: addDays(today, lowDays) } : null,
    today,
  }
  const { ids, total } = await pageOfClientPackages(db, filter)
  const owners = new Map((await listOwners(db, ids)).map((o) => [o.id, o]))
  const rows = (await cardsOf(db, today, { ids })).map((card) => {
    const owner = owners.get(card.id)
    if (!owner) throw new Error('A client package without its client')
    return { ...card, clientName: fullName(owner), phone: owner.phone, email: owner.email, lastUseAt: owner.lastUseAt }
  })
  return { rows, total }
}

export async function drawLetters(c: ActionContext, { ids }: { ids: number[] }) {
  const cards = await cardsOf(c.db, c.today, { ids })
  if (cards.length < new Set(ids).size) return refuse('call.notFound', { what: 'client package' })
  const owners = new Map((await listOwners(c.db, ids)).map((o) => [o.id, o]))
  const { name, address, phone, email, paper } = await getPractice(c.db)
  const letters = cards.map((card) => {
    const owner = owners.get(card.id)
    const items = card.items.filter((i) => !i.isProduct)
    const remaining = items.some((i) => i.unlimited) ? null : items.reduce((n, i) => n + i.remaining, 0)
    return { name: owner ? fullName(owner) : '', address: owner?.address ?? '', packageName: card.name, remaining, end: card.end }
  })
  const fileName = lettersFileName(c.today)
  const work = { kind: 'letters' as const, practice: { name, address, phone, email, paper }, madeOn: c.today, letters }
  const { documentId, pages } = await c.host.documents.draw(c.sessionId, work, fileName)
  await noteAccess(c, 'clientPackages.drawLetters', cards)
  return { documentId, pages, fileName }
}

const noteAccess = (c: ActionContext, procedure: string, rows: readonly { clientId: number }[]) =>
  c.client.backups.recordAccess({ key: crypto.randomUUID(), procedure, clientIds: [...new Set(rows.map((r) => r.clientId))] })

const PIECE = 200 // rows read at a time

export async function exportList(c: ActionContext, filter: Filter) {
  const rows = []
  for (let page = 1; ; page++) {
    const part = await c.client.clientPackages.list({ ...filter, page, pageSize: PIECE })
    rows.push(...part.rows)
    if (part.rows.length < PIECE) break
  }
  const file = { fileName: `${c.today} Client packages.csv`, contentType: 'text/csv; charset=utf-8', bytes: clientPackagesCsv(rows) }
  await noteAccess(c, 'clientPackages.export', rows)
  return { documentId: c.host.documents.keep(c.sessionId, file), rows: rows.length }
}
