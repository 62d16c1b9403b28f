// Whose client packages these are and who else may use them, added to cards that are otherwise worked out.

import { listShared } from '../../db/queries/client-links.ts'
import { listClientNames } from '../../db/queries/client-packages.ts'
import type { Db } from '../../db/handles.ts'
import { fullName } from '../../shared/format.ts'
import type { Card } from './client-package-cards.ts'

export type PeopleFields = Pick<Card, 'ownerName' | 'sharedWith'>
export type BareCard = Omit<Card, keyof PeopleFields>

export async function withPeople(db: Db, cards: readonly BareCard[]): Promise<Card[]> {
  const sharers = await listShared(db, { clientPackageIds: cards.map((c) => c.id) })
  const owners = await listClientNames(
    db,
    cards.map((c) => c.clientId),
  )
  return cards.map((card) => {
    const owner = owners.find((o) => o.id === card.clientId)
    const pips = card.items.flatMap((i) => i.pips)
    const sharedWith = sharers
      .filter((s) => s.clientPackageId === card.id)
      .map((s) => ({ clientId: s.clientId, name: fullName(s), cap: s.cap, taken: pips.filter((p) => p.clientId === s.clientId).length }))
    return { ...card, ownerName: owner ? fullName(owner) : '', sharedWith }
  })
}
