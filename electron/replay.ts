// A command that comes twice (an impatient click, an answer that got lost) is done once and answered twice.
// The same key with other input, or by another person, is refused.

import { hash } from 'node:crypto'
import type { Db, Tx } from '../db/handles.ts'
import { findReply, insertReply } from '../db/queries/replies.ts'
import type { Instant } from '../shared/dates.ts'
import { refuse } from '../shared/errors.ts'

interface Asked {
  key: string
  inputHash: string
  staffId: number | null
}

/** Of the checked input, whose fields stand in the contract's order. Only the hash is kept, as inputs can hold secrets. */
export const hashOf = (procedure: string, input: unknown): string => hash('sha256', JSON.stringify([procedure, input]), 'base64url')

export async function replyTo(db: Db, { key, inputHash, staffId }: Asked): Promise<{ output: unknown } | undefined> {
  const kept = await findReply(db, key)
  if (!kept) return undefined
  if (kept.inputHash !== inputHash || kept.staffId !== staffId) return refuse('call.keyReused')
  return { output: JSON.parse(kept.output) as unknown }
}

export async function keep(tx: Tx, asked: Asked & { at: Instant }, output: unknown): Promise<void> {
  await insertReply(tx, { ...asked, output: JSON.stringify(output) })
}
