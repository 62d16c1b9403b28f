// What the sessions of a client package are worth, dealt anew by hand, and its notes. All of them together stay worth what
// they were; what was used, forfeited or lapsed keeps its value.

import { findClientPackage, updateClientPackage } from '../../db/queries/client-packages.ts'
import { listSessionsInState } from '../../db/queries/sessions.ts'
import { splitDifference, type NewValue } from '../../shared/domain/split.ts'
import { refuse } from '../../shared/errors.ts'
import type { CommandContext } from '../context.ts'
import { getCard } from './client-package-cards.ts'
import type { Card } from './client-package-cards.ts'
import { byOf, revalueSession } from './ledger.ts'
import { moneyWords } from './money-words.ts'
import { getOpenClientPackage } from './open-client-package.ts'

interface Revalue {
  id: number
  values: (NewValue & { sessionId: number })[]
  reason: string
}

export async function revalue(c: CommandContext, { id, values, reason }: Revalue): Promise<Card> {
  const p = await getOpenClientPackage(c.tx, id)
  const rows = [...(await listSessionsInState(c.tx, id, 'available')), ...(await listSessionsInState(c.tx, id, 'booked'))]
  const open = new Map(rows.filter((r) => r.quantity !== null).map((r) => [r.id, r]))
  const changed = values.map((v) => ({ ...v, session: open.get(v.sessionId) }))
  const isStale =
    changed.some((v) => v.session?.valueMinor !== v.beforeMinor) || new Set(values.map((v) => v.sessionId)).size < values.length
  if (isStale) refuse('split.changed', { package: p.name })
  const difference = splitDifference(values)
  if (difference !== 0) refuse('split.notEqual', { difference: await moneyWords(c.tx, difference, p.currency) })
  for (const { session, valueMinor } of changed)
    if (session && session.valueMinor !== valueMinor) await revalueSession(c.tx, byOf(c), session, valueMinor, reason)
  return getCard(c.tx, c.today, id)
}

interface Notes {
  id: number
  before: string
  notes: string
}

export async function saveNotes(c: CommandContext, { id, before, notes }: Notes): Promise<Card> {
  const p = await findClientPackage(c.tx, id)
  if (!p) return refuse('call.notFound', { what: 'package' })
  if (p.notes !== before) refuse('notes.changed')
  if (notes !== before) await updateClientPackage(c.tx, p, { notes })
  return getCard(c.tx, c.today, id)
}
