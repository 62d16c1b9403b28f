// The main side of read-worker.ts: one worker, started at the first heavy query and again after it was closed or died.

import { Worker } from 'node:worker_threads'
import { Refusal } from '../shared/errors.ts'
import type { AskedRead, HeavyReads } from './host.ts'
import type { ReadAnswer, ReadJob, ReadTask } from './read-worker.ts'

interface Waiting {
  resolve: (output: unknown) => void
  reject: (error: Error) => void
}

const here = new URL(import.meta.url)
const WORKER = new URL(here.pathname.endsWith('.ts') ? './read-worker.ts' : './read-worker.cjs', here)

export function makeHeavyReads(job: ReadJob): HeavyReads {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let tasks = 0

  function start(): Worker {
    const started = new Worker(WORKER, { workerData: job })
    started.on('message', (answer: ReadAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      settle(asked, answer)
    })
    // An error is followed by an exit; the first of them tells why.
    started.on('error', (error) => died(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', (code) => died(started, new Error(`The worker that reads ended with ${code}.`)))
    return started
  }

  function died(which: Worker, error: Error): void {
    if (worker !== which) return
    worker = undefined
    const lost = [...waiting.values()]
    waiting.clear()
    for (const { reject } of lost) reject(error)
  }

  return {
    serve(read: AskedRead): Promise<unknown> {
      worker ??= start()
      worker.ref()
      const asked = Promise.withResolvers<unknown>()
      const id = ++tasks
      waiting.set(id, asked)
      worker.postMessage({ id, read } satisfies ReadTask)
      return asked.promise
    },
    async close(): Promise<void> {
      const closing = worker
      if (!closing) return
      worker = undefined
      await closing.terminate()
    },
  }
}

function settle(asked: Waiting | undefined, answer: ReadAnswer): void {
  if ('output' in answer) asked?.resolve(answer.output)
  else if ('refused' in answer) asked?.reject(new Refusal(answer.refused.code, answer.refused.details as never))
  else asked?.reject(Object.assign(new Error(answer.failed.message), answer.failed))
}
