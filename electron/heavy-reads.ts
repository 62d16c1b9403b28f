// The main side of read-worker.ts, which serves heavy queries beside the app's own work.

import { Refusal } from '../shared/errors.ts'
import { makeAskedWorker } from './asked-worker.ts'
import type { AskedRead, HeavyReads } from './host.ts'
import type { ReadAnswer, ReadJob } from './read-worker.ts'

const here = new URL(import.meta.url)
const WORKER = new URL(here.pathname.endsWith('.ts') ? './read-worker.ts' : './read-worker.cjs', here)

export function makeHeavyReads(job: ReadJob): HeavyReads {
  const worker = makeAskedWorker<AskedRead, ReadAnswer>(WORKER, job, 'reads')
  return {
    async serve(read) {
      const answer = await worker.ask(read)
      if ('output' in answer) return answer.output
      if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.details as never)
      throw Object.assign(new Error(answer.failed.message), answer.failed)
    },
    close: () => worker.close(),
  }
}
