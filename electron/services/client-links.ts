// Linking clients, changing the terms and unlinking. What a person may use of another's packages changes only by those who
// may share; everything else about a link is part of keeping clients' records.

import type { z } from 'zod'
import {
  endLink,
  endShare,
  findLink,
  insertLink,
  insertShare,
  listBookedOnPackagesOf,
  listLinks,
  listShares,
  listTaken,
} from '../../db/queries/client-links.ts'
import { findClientPackage } from '../../db/queries/client-packages.ts'
import { getClient } from '../../db/queries/clients.ts'
import { flag } from '../../db/flag.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { LinkClients, LinkedClient } from '../../shared/contract/client-links.ts'
import type { Instant } from '../../shared/dates.ts'
import { sameSharing, type ShareTerms } from '../../shared/domain/links.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName, plural } from '../../shared/format.ts'
import { grantOf } from '../../shared/permissions.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged, markOf } from '../marks.ts'

type Input = z.output<typeof LinkClients>
type Side = Input['other']
type Linked = z.output<typeof LinkedClient>
type Pair = Pick<Input, 'clientId' | 'otherId'>

export async function links({ db }: QueryContext, { clientId }: { clientId: number }): Promise<Linked[]> {
  const found: Linked[] = []
  for (const link of await listLinks(db, clientId)) found.push(await linkedView(db, link))
  return found
}

export async function link(c: CommandContext, input: Input): Promise<Linked> {
  if (input.clientId === input.otherId) refuse('link.toOneself')
  const [client, other] = [await getClient(c.tx, input.clientId), await getClient(c.tx, input.otherId)]
  if (await findLink(c.tx, client.id, other.id)) refuse('link.exists', { client: fullName(client), other: fullName(other) })
  await writeSide(c, { ownerId: client.id, userId: other.id }, input.other)
  await writeSide(c, { ownerId: other.id, userId: client.id }, input.client)
  return pairView(c.tx, input)
}

export async function changeLink(c: CommandContext, input: Input): Promise<Linked> {
  const now = await pairView(c.tx, input)
  await assertUnchanged(c, { what: `The link with ${now.otherName}`, now, mark: input.mark })
  await writeSide(c, { ownerId: input.clientId, userId: input.otherId }, input.other)
  await writeSide(c, { ownerId: input.otherId, userId: input.clientId }, input.client)
  return pairView(c.tx, input)
}

export async function previewUnlink({ db }: QueryContext, pair: Pair) {
  const { other, client, otherName } = await pairView(db, pair)
  const clientName = fullName(await getClient(db, pair.clientId))
  return { ends: [...endsOf(otherName, clientName, other), ...endsOf(clientName, otherName, client)], visits: await visitsKept(db, pair) }
}

export async function unlink(c: CommandContext, pair: Pair) {
  for (const row of await bothWays(c.tx, pair)) {
    await setSharing(c, { ownerId: row.clientId, userId: row.otherId }, { kind: 'none' })
    await endLink(c.tx, row, c.instant)
  }
  return { visits: await visitsKept(c.tx, pair) }
}

interface Way {
  ownerId: number
  userId: number
}

/** One way of a link as it shall be; what is as before stays as it is. */
async function writeSide(c: CommandContext, way: Way, side: Side): Promise<void> {
  await setSharing(c, way, side.sharing)
  const before = await findLink(c.tx, way.ownerId, way.userId)
  const terms = {
    label: side.label,
    mayBook: flag(side.mayBook),
    mayFillForms: flag(side.mayFillForms),
    getsMessages: flag(side.getsMessages),
    sharing: side.sharing.kind,
    cap: side.sharing.kind === 'all' ? side.sharing.cap : null,
  }
  if (before && Object.entries(terms).every(([name, value]) => before[name as keyof typeof terms] === value)) return
  if (before) await endLink(c.tx, before, c.instant)
  await insertLink(c.tx, { clientId: way.ownerId, otherId: way.userId, ...terms, startedAt: c.instant, endedAt: null })
}

/** Ends and begins the chosen packages; whoever may not share may leave everything as it is. */
async function setSharing(c: CommandContext, way: Way, after: ShareTerms): Promise<void> {
  if (sameSharing(await sharingOf(c.tx, way), after)) return
  if (!grantOf(c.staff.role, 'clientPackages.share')) refuse('call.forbidden')
  const wanted = after.kind === 'chosen' ? after.packages : []
  const shares = await listShares(c.tx, way.ownerId, way.userId)
  for (const share of shares)
    if (!wanted.some((w) => w.clientPackageId === share.clientPackageId && w.cap === share.cap)) await endShareRow(c.tx, share, c.instant)
  for (const { clientPackageId, cap } of wanted) {
    if (shares.some((s) => s.clientPackageId === clientPackageId && s.cap === cap)) continue
    const p = await findClientPackage(c.tx, clientPackageId)
    if (!p) return refuse('call.notFound', { what: 'package' })
    if (p.clientId !== way.ownerId)
      refuse('clientPackage.notTheirs', { client: fullName(await getClient(c.tx, way.ownerId)), package: p.name })
    await insertShare(c.tx, { clientPackageId, clientId: way.userId, cap, startedAt: c.instant, endedAt: null })
  }
}

const endShareRow = (tx: Tx, { name: _name, ...share }: Row<'packageShares'> & { name: string }, at: Instant) => endShare(tx, share, at)

async function sharingOf(db: Db, { ownerId, userId }: Way): Promise<ShareTerms> {
  const row = await findLink(db, ownerId, userId)
  if (row?.sharing === 'all') return { kind: 'all', cap: row.cap }
  return row?.sharing === 'chosen' ? { kind: 'chosen', packages: await listShares(db, ownerId, userId) } : { kind: 'none' }
}

async function bothWays(db: Db, { clientId, otherId }: Pair) {
  const [there, back] = [await findLink(db, clientId, otherId), await findLink(db, otherId, clientId)]
  return there && back ? ([there, back] as const) : refuse('call.notFound', { what: 'link' })
}

async function pairView(db: Db, { clientId, otherId }: Pair): Promise<Linked> {
  const row = (await listLinks(db, clientId)).find((l) => l.otherId === otherId)
  return row ? linkedView(db, row) : refuse('call.notFound', { what: 'link' })
}

async function linkedView(db: Db, row: Awaited<ReturnType<typeof listLinks>>[number]): Promise<Linked> {
  const [there, back] = await bothWays(db, row)
  const [other, client] = [await sideView(db, there), await sideView(db, back)]
  return {
    otherId: row.otherId,
    mark: markOf([termsOf(other), termsOf(client)]),
    otherName: fullName(row),
    otherBirthDate: row.birthDate,
    other,
    client,
  }
}

/** What changing a link writes of one side. */
const termsOf = ({ sharing, ...terms }: Linked['other']) => ({
  ...terms,
  cap: sharing.cap,
  kind: sharing.kind,
  packages: sharing.packages.map(({ clientPackageId, cap }) => ({ clientPackageId, cap })),
})

async function sideView(db: Db, row: Row<'clientLinks'>): Promise<Linked['other']> {
  const packages = []
  for (const { clientPackageId, name, cap } of await listShares(db, row.clientId, row.otherId))
    packages.push({ clientPackageId, name, cap, taken: (await listTaken(db, clientPackageId, row.otherId)).length })
  return {
    label: row.label,
    mayBook: row.mayBook === 1,
    mayFillForms: row.mayFillForms === 1,
    getsMessages: row.getsMessages === 1,
    sharing: { kind: row.sharing, cap: row.cap, packages },
  }
}

/** What `who` could do for `whom`, in words. */
function endsOf(who: string, whom: string, side: Linked['other']): string[] {
  const { sharing } = side
  return [
    side.mayBook && `${who} can no longer book and manage ${whom}’s appointments.`,
    side.mayFillForms && `${who} can no longer complete ${whom}’s intake forms.`,
    side.getsMessages && `${who} no longer receives copies of ${whom}’s messages.`,
    sharing.kind === 'all' && `${who} can no longer use ${whom}’s packages.`,
    sharing.kind === 'chosen' &&
      `${who} can no longer use ${plural(sharing.packages.length, 'package')} of ${whom}: ${sharing.packages.map((p) => p.name).join(', ')}.`,
  ].filter((words) => words !== false)
}

async function visitsKept(db: Db, { clientId, otherId }: Pair) {
  const rows = [...(await listBookedOnPackagesOf(db, clientId, otherId)), ...(await listBookedOnPackagesOf(db, otherId, clientId))]
  return rows
    .map(({ givenName, familyName, ...visit }) => ({ ...visit, treated: fullName({ givenName, familyName }) }))
    .sort((a, b) => a.at.localeCompare(b.at))
}
