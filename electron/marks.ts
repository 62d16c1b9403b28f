// Marks: no window writes over what another one saved. What is read to be changed as a whole carries a mark of all that saving
// it writes; the form sends it back, and what was changed since is not saved over.

import { hash } from 'node:crypto'
import { findLastChanger } from '../db/queries/audit.ts'
import type { Table } from '../db/schema.ts'
import { refuse } from '../shared/errors.ts'
import type { CommandContext } from './context.ts'

export const markOf = (fields: object): string =>
  hash('sha256', JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 16)

/** Exactly what saving writes, and its mark. */
export const marked = <F extends object>(fields: F): F & { mark: string } => ({ ...fields, mark: markOf(fields) })

interface Changing {
  /** What a person calls it, such as the client's name. */
  what: string
  /** As it is now. */
  now: { mark: string }
  /** As it was read; a form that sends none may not save. */
  mark: string | undefined
  /** Where the audit tells who changed it last: the record, and the procedures that change this part of it. */
  record?: { table: Table; id: number; procedures?: string }
}

/** Refuses what was changed since it was read, and says who did that. */
export async function assertUnchanged({ tx, staff }: CommandContext, { what, now, mark, record }: Changing): Promise<void> {
  if (mark === now.mark) return
  const by = record && (await findLastChanger(tx, record))
  refuse('record.changed', { what, by: !by ? null : by.id === staff.id ? 'you in another window' : by.name })
}
