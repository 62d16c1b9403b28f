// Follows the audit's chain of hashes from its first line: a line that was changed, taken out or put in breaks it.
// A payload that was erased by law leaves its hash, and the chain whole.

import type { Db } from '../handles.ts'
import { chainHashOf, payloadHashOf } from '../queries/audit.ts'

const PIECE = 2_000 // lines

export async function verifyAudit(db: Db): Promise<string[]> {
  const problems: string[] = []
  let previous = ''
  let after = 0
  for (;;) {
    const lines = await db.selectFrom('audit').selectAll().where('id', '>', after).orderBy('id').limit(PIECE).execute()
    if (lines.length === 0) break
    const records = await db
      .selectFrom('auditRecords')
      .selectAll()
      .where('auditId', '>', after)
      .where('auditId', '<=', lines.at(-1)!.id)
      .execute()
    const recordsOf = Map.groupBy(records, (r) => r.auditId)
    for (const line of lines) {
      const where = `Audit line ${line.id} (${line.procedure}, ${line.at})`
      if (line.id !== after + 1) problems.push(`${where}: ${line.id - after - 1} lines before it are missing`)
      if (line.hash !== chainHashOf(previous, line))
        problems.push(`${where} does not follow from the line before it: one of them was changed`)
      if (line.payload !== null) {
        if (payloadHashOf(line.salt, line.payload) !== line.payloadHash) problems.push(`${where}: what it says was changed`)
        const named = namesOf((recordsOf.get(line.id) ?? []).map((r) => ({ record: r.record, id: r.recordId })))
        if (named !== namesOf(JSON.parse(line.payload) as { record: string; id: number }[]))
          problems.push(`${where} is listed with other records than it names`)
      }
      previous = line.hash
      after = line.id
    }
  }
  return problems
}

const namesOf = (records: readonly { record: string; id: number }[]): string =>
  [...new Set(records.map((r) => `${r.record} ${r.id}`))].sort().join(', ')
