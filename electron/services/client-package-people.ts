// What others have to do with client packages, added to cards that are otherwise worked out: the owner, who pays, who else may use
// them, and what an insurer authorised.

import type { z } from 'zod'
import { listAuthorisations } from '../../db/queries/authorisations.ts'
import { listShared } from '../../db/queries/client-links.ts'
import { listClientNames } from '../../db/queries/client-packages.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { ClientPackage } from '../../shared/contract/client-packages.ts'
import { dayOf, type LocalDate } from '../../shared/dates.ts'
import { countIn, limitWords } from '../../shared/domain/authorisations.ts'
import { fullName } from '../../shared/format.ts'
import { marked } from '../marks.ts'

type Card = z.output<typeof ClientPackage>
export type PeopleFields = Pick<Card, 'ownerName' | 'payerName' | 'sharedWith' | 'authorisations'>
export type BareCard = Omit<Card, keyof PeopleFields>

export async function withPeople(db: Db, today: LocalDate, cards: readonly BareCard[]): Promise<Card[]> {
  const sharers = await listShared(db, { clientPackageIds: cards.map((c) => c.id) })
  const names = await listClientNames(
    db,
    cards.flatMap((c) => (c.invoice ? [c.clientId, c.invoice.payerId] : [c.clientId])),
  )
  const nameOf = (id: number) => {
    const client = names.find((n) => n.id === id)
    return client ? fullName(client) : ''
  }
  const authorised = await listAuthorisations(
    db,
    cards.map((c) => c.id),
  )
  return cards.map((card) => {
    const pips = card.items.flatMap((i) => i.pips)
    const sharedWith = sharers
      .filter((s) => s.clientPackageId === card.id)
      .map((s) => ({ clientId: s.clientId, name: fullName(s), cap: s.cap, taken: pips.filter((p) => p.clientId === s.clientId).length }))
    const authorisations = authorised.filter((a) => a.clientPackageId === card.id).map((a) => authorisationOf(a, card, today))
    const payerName = card.invoice && card.invoice.payerId !== card.clientId ? nameOf(card.invoice.payerId) : null
    return { ...card, ownerName: nameOf(card.clientId), payerName, sharedWith, authorisations }
  })
}

export const authorisationShown = ({ id, insurer, reference, sessions, fromDay, throughDay }: Row<'authorisations'>) =>
  marked({ id, insurer, reference, sessions, fromDay, throughDay })

/** How far it is used by the visits in its period, and whether it is reached before the package's own limit. */
function authorisationOf(a: Row<'authorisations'>, card: BareCard, today: LocalDate): Card['authorisations'][number] {
  const items = card.items.filter((i) => !i.isProduct)
  const left = items.some((i) => i.unlimited) ? null : items.reduce((n, i) => n + i.remaining, 0)
  const counted = countIn(a, authorisedDays(card.items))
  return { ...authorisationShown(a), counted, words: limitWords(a, counted, { left, end: card.end }, today) }
}

/** The days of the visits that count for an insurer: booked and used, not the missed ones. `except`: an appointment left out. */
export const authorisedDays = (items: BareCard['items'], except: number | null = null): LocalDate[] =>
  items
    .flatMap((i) => i.pips)
    .flatMap((p) => (p.at && (p.state === 'booked' || p.state === 'used') && p.appointmentId !== except ? [dayOf(p.at)] : []))
