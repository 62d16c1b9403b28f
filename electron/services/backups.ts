// Copies of the practice file, its check, and what the app does by itself as the day begins.
// A copy is recorded only after it was opened again and found whole.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findFirstAuditedAt, insertBackup, listBackups } from '../../db/queries/backups.ts'
import { findPractice } from '../../db/queries/practice.ts'
import { pruneReplies } from '../../db/queries/replies.ts'
import { updateOpenedOn } from '../../db/queries/settings.ts'
import { recordChange } from '../../db/handles.ts'
import { verify as verifyPractice } from '../../db/verify.ts'
import { daysBefore, type Instant, type LocalDate, secondsBetween } from '../../shared/dates.ts'
import type { ActionContext, Caller, CommandContext, QueryContext } from '../context.ts'
import { expireSessions } from './daily-opening.ts'

const OK = { ok: true as const }
const ALARM_MINUTES = 3 * 24 * 60
const REPLY_DAYS = 30
type SystemCommand = CommandContext<Caller | null>
interface Copy {
  fileName: string
  bytes: number
  verifiedAt: Instant
}

/** A copy that somebody moved away or deleted does not count: it would not be there when it is needed. */
export async function status({ db, host: { backupFolder: folder }, instant }: QueryContext) {
  const newest = (await listBackups(db)).find((copy) => existsSync(join(folder, copy.fileName)))
  const since = newest?.verifiedAt ?? (await findFirstAuditedAt(db)) ?? instant
  const minutes = Math.max(0, Math.floor(secondsBetween(since, instant) / 60))
  return {
    newest: newest ? { fileName: newest.fileName, bytes: newest.bytes, verifiedAt: newest.verifiedAt } : null,
    ageMinutes: newest ? minutes : null,
    alarm: minutes >= ALARM_MINUTES,
    folder,
  }
}

export async function make({ host, client, today, instant }: ActionContext): Promise<Copy> {
  const copy = { ...(await host.makeCopy(today)), verifiedAt: instant }
  await client.backups.record({ key: crypto.randomUUID(), ...copy })
  return copy
}

export async function record({ tx }: SystemCommand, { fileName, bytes, verifiedAt }: Copy) {
  await insertBackup(tx, { fileName, bytes, verifiedAt })
  return OK
}

/** Opens the day; a second time changes nothing. Also a day before the last one: a clock that once was years ahead must not end this. */
export async function dailyOpening({ tx, instant }: SystemCommand, { day }: { day: LocalDate }) {
  const practice = await findPractice(tx)
  if (!practice || practice.openedOn === day) return { expired: 0 }
  await pruneReplies(tx, daysBefore(instant, REPLY_DAYS))
  const expired = await expireSessions(tx, day, instant)
  await updateOpenedOn(tx, day)
  return { expired }
}

interface Access {
  procedure: string
  clientIds: readonly number[]
  invoiceIds?: readonly number[] | undefined
}

export async function recordAccess({ tx }: SystemCommand, { procedure, clientIds, invoiceIds = [] }: Access) {
  for (const id of clientIds) recordChange(tx, { record: 'clients', id, after: { opened: procedure } })
  for (const id of invoiceIds) recordChange(tx, { record: 'invoices', id, after: { handedOut: procedure } })
  return OK
}

/** Says what is wrong where; changes nothing. */
export const verify = ({ db }: QueryContext) => verifyPractice(db)
