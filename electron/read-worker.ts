// Serves queries that take longer than a moment beside the app's own work: on a connection of its own that only reads. Each
// is one read transaction, so all of it sees the same practice, and it begins after whatever was saved before it was asked.

import { parentPort, workerData } from 'node:worker_threads'
import { type FileKey, openToRead } from '../db/connect.ts'
import { kyselyOn } from '../db/dialect.ts'
import { whileReading } from '../db/hot.ts'
import { Refusal, type RefusalCode } from '../shared/errors.ts'
import type { Answered, Asked } from './asked-worker.ts'
import { contractParts } from './contract-parts.ts'
import type { AskedRead } from './host.ts'
import { procedureFinder } from './procedures.ts'
import { services } from './router.ts'

export interface ReadJob {
  path: string
  key: FileKey
}
/** Errors cross as plain data: a class would be lost on the way. */
export type ReadAnswer =
  { output: unknown } | { refused: { code: RefusalCode; details: unknown } } | { failed: { name: string; message: string; stack: string } }

const { path, key } = workerData as ReadJob
const file = openToRead(path, key)
file.pragma('cache_size = -65536') // KiB: pages are decrypted once
const db = kyselyOn(file)
const find = procedureFinder(contractParts, services)

async function served({ name, input, asked }: AskedRead): Promise<unknown> {
  const procedure = await find(name)
  if (procedure?.kind !== 'query') throw new Error(`${name} is not a query`)
  file.exec('BEGIN')
  try {
    return await whileReading(db, (held) => procedure.serve({ ...asked, db: held }, input))
  } finally {
    file.exec('COMMIT')
  }
}

async function answerTo(read: AskedRead): Promise<ReadAnswer> {
  try {
    return { output: await served(read) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, details: error.details } }
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { failed: { name, message, stack } }
  }
}

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', ({ id, question }: Asked<AskedRead>) => {
  last = last.then(async () => parentPort?.postMessage({ id, answer: await answerTo(question) } satisfies Answered<ReadAnswer>))
})
