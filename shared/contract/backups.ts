// Verified copies of the practice file, and the check of the file itself.

import { z } from 'zod'
import { action, command, Day, Id, keyed, Ok, query, refusals, UtcInstant } from './base.ts'

const Copy = z.object({ fileName: z.string(), bytes: z.int(), verifiedAt: UtcInstant })

export const backups = {
  /** The newest verified copy; `ageMinutes` by the app's clock. Three days without one is an alarm. */
  status: query('signedIn').output(
    z.object({ newest: Copy.nullable(), ageMinutes: z.int().nullable(), alarm: z.boolean(), folder: z.string() }),
  ),
  make: action('backups.make').errors(refusals('backup.failed')).output(Copy),
  record: command('system')
    .input(keyed({ fileName: z.string(), bytes: z.int(), verifiedAt: UtcInstant }))
    .output(Ok),
  /** Replays the ledger, re-adds invoices and payments, checks the audit chain; says what is wrong where. */
  verify: query('data.verify', { heavy: true }).output(
    z.object({
      problems: z.array(z.string()),
      counts: z.object({ sessions: z.int(), entries: z.int(), invoices: z.int(), payments: z.int(), auditLines: z.int() }),
    }),
  ),
  /** Writes what the calendar made true: sessions whose end has passed expire. Run at start and at midnight. */
  dailyOpening: command('system')
    .input(keyed({ day: Day }))
    .output(z.object({ expired: z.int() })),
  /** Who opened, printed or exported the records of clients. */
  recordAccess: command('system')
    .input(keyed({ procedure: z.string(), clientIds: z.array(Id), invoiceIds: z.array(Id).optional() }))
    .output(Ok),
}
