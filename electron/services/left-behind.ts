// What does not go along when a client package gives way to another: who it was shared with one by one, what an insurer
// authorised for it, and holds. Said before it happens, so that nobody finds out at the next booking.

import { findLink } from '../../db/queries/client-links.ts'
import type { Db } from '../../db/handles.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { holdWords } from '../../shared/domain/holds.ts'
import type { Card } from './client-package-cards.ts'

interface Successor {
  name: string
  /** Who may use it already; null: it is made anew, for those who may use all packages of the client. */
  sharedWith: Card['sharedWith'] | null
}

export async function leftBehind(db: Db, today: LocalDate, from: Card, to: Successor): Promise<string[]> {
  const words: string[] = []
  for (const { clientId, name } of from.sharedWith) {
    const goesOn = to.sharedWith
      ? to.sharedWith.some((person) => person.clientId === clientId)
      : (await findLink(db, from.clientId, clientId))?.sharing === 'all'
    if (!goesOn) words.push(`${name} may not use ${to.name} until it is shared with them under Linked clients.`)
  }
  for (const { insurer, throughDay } of from.authorisations)
    if (throughDay === null || throughDay >= today)
      words.push(`What ${insurer} authorised stays with the old one: enter it again on ${to.name}.`)
  for (const hold of from.holds)
    if (hold.throughDay === null || hold.throughDay >= today) words.push(`The hold ${holdWords(hold)} stays with the old one.`)
  return words
}
