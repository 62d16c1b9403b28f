// Where the sessions of client packages came from and went to, in words: what a card, a statement and a timeline name.

import type { z } from 'zod'
import type { Db } from '../../db/handles.ts'
import { listItems } from '../../db/queries/client-packages.ts'
import { countMoved, listMoves } from '../../db/queries/transfers.ts'
import type { Moved } from '../../shared/contract/client-packages.ts'
import { fullName, plural } from '../../shared/format.ts'
import { subtract } from '../../shared/money.ts'

export interface Origins {
  cameFrom: z.output<typeof Moved>[]
  movedTo: z.output<typeof Moved>[]
  /** Its unlimited items went elsewhere. */
  potMoved: boolean
}

/** By client package; one that nothing came to or went from is left out. */
export async function originsOf(db: Db, clientPackageIds: readonly number[]): Promise<Map<number, Origins>> {
  const moves = await listMoves(db, clientPackageIds)
  const origins = new Map<number, Origins>()
  if (moves.length === 0) return origins
  const counts = Map.groupBy(
    await countMoved(
      db,
      moves.map((m) => m.id),
    ),
    (c) => c.transferId,
  )
  const of = (id: number): Origins => {
    const found = origins.get(id) ?? { cameFrom: [], movedTo: [], potMoved: false }
    origins.set(id, found)
    return found
  }
  for (const m of moves) {
    const rows = counts.get(m.id) ?? []
    const both = {
      transferId: m.id,
      kind: m.kind,
      what: wordsOf(rows, m.potMinor !== null),
      sessions: rows.reduce((n, r) => n + (r.product === null ? r.n : 0), 0),
      on: m.effectiveOn,
    }
    const to = { clientId: m.toClientId, clientName: fullName({ givenName: m.toGivenName, familyName: m.toFamilyName }) }
    const from = { clientId: m.fromClientId, clientName: fullName({ givenName: m.fromGivenName, familyName: m.fromFamilyName }) }
    of(m.fromClientPackageId).movedTo.push({
      ...both,
      ...to,
      clientPackageId: m.toClientPackageId,
      name: m.toName,
      valueMinor: m.valueMinor,
    })
    of(m.toClientPackageId).cameFrom.push({
      ...both,
      ...from,
      clientPackageId: m.fromClientPackageId,
      name: m.fromName,
      valueMinor: subtract(m.valueMinor, m.creditMinor),
    })
    if (m.potMinor !== null) of(m.fromClientPackageId).potMoved = true
  }
  return origins
}

/** The same of rows that are about to move off one client package. */
export async function movedWords(
  db: Db,
  clientPackageId: number,
  rows: readonly { clientPackageItemId: number }[],
  unlimited: boolean,
): Promise<string> {
  const items = await listItems(db, [clientPackageId])
  const counts = items.map((i) => ({ product: i.productName, n: rows.filter((r) => r.clientPackageItemId === i.id).length }))
  const sessions = counts.reduce((n, c) => n + (c.product === null ? c.n : 0), 0)
  return wordsOf(
    [{ product: null, n: sessions }, ...counts.filter((c) => c.product !== null)].filter((c) => c.n > 0),
    unlimited,
  )
}

/** `2 sessions`, `4 sessions, 1 × Belt`, `all that is left` of an unlimited item. */
function wordsOf(rows: readonly { product: string | null; n: number }[], unlimited: boolean): string {
  const parts = rows.map((r) => (r.product === null ? plural(r.n, 'session') : `${r.n} × ${r.product}`))
  return [...parts, ...(unlimited ? ['unlimited sessions'] : [])].join(', ')
}
