// Everything that happened to the sessions of a client package, newest first. What one command did to several sessions in the
// same way is one line: "granted 1–6".

import { findClientPackage, listItems, listItemServices } from '../../db/queries/client-packages.ts'
import { listTimeline, listTransfersOfSessions } from '../../db/queries/timeline.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import { add, type Minor } from '../../shared/money.ts'
import type { QueryContext } from '../context.ts'
import { labelOf } from './client-package-cards.ts'

export async function timeline({ db }: QueryContext, { id }: { id: number }) {
  const p = await findClientPackage(db, id)
  if (!p) return refuse('call.notFound', { what: 'client package' })
  const services = await listItemServices(db, [id])
  const items = await listItems(db, [id])
  const labels = new Map(
    items.map((i) => [i.id, labelOf({ ...i, services: services.filter((s) => s.clientPackageItemId === i.id) })] as const),
  )
  const transfers = await listTransfersOfSessions(db, id)
  const lines: Line[] = []
  for (const entry of await listTimeline(db, id)) {
    const last = lines.at(-1)
    if (last && isSame(last.first, entry)) {
      last.numbers.push(entry.number)
      last.valueMinor = add(last.valueMinor, entry.valueMinor)
    } else lines.push({ first: entry, numbers: [entry.number], valueMinor: entry.valueMinor })
  }
  return {
    currency: p.currency,
    entries: lines
      .map(({ first, numbers, valueMinor }) => ({
        id: first.id,
        move: first.move,
        numbers,
        label: items.length > 1 ? (labels.get(first.itemId) ?? '') : '',
        valueMinor,
        effectiveOn: first.effectiveOn,
        at: first.at,
        reason: first.reason,
        other: otherOf(first, transfers, p.clientId),
        visitAt: first.visitAt,
        service: first.service,
        practitioner: first.practitioner,
        treated: first.givenName === null ? null : fullName({ givenName: first.givenName, familyName: first.familyName ?? '' }),
        by: first.staffName,
      }))
      .reverse(),
  }
}

type Entry = Awaited<ReturnType<typeof listTimeline>>[number]
interface Line {
  first: Entry
  numbers: number[]
  valueMinor: Minor
}

/** The package that the session came from or went to by this entry: `Ben Okafor’s Relax 6`, or the client's own by its name. */
function otherOf(e: Entry, transfers: Awaited<ReturnType<typeof listTransfersOfSessions>>, ownerId: number): string | null {
  if (e.move !== 'grant' && e.move !== 'transfer' && e.move !== 'undoTransfer') return null
  const t = transfers.find(
    (x) => (x.fromSessionId === e.sessionId || x.toSessionId === e.sessionId) && (x.at === e.at || x.undoneAt === e.at),
  )
  if (!t) return null
  return t.clientId === ownerId ? t.name : `${fullName(t)}’s ${t.name}`
}

/** Written by the same command, to the same item, in the same way, and not about a visit. */
const isSame = (a: Entry, b: Entry): boolean =>
  a.at === b.at && a.move === b.move && a.toState === b.toState && a.itemId === b.itemId && a.visitAt === null && b.visitAt === null
