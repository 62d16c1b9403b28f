// A worker that is asked and answers: started at the first question, and again after it was closed or died. One that dies
// takes only the questions that were with it; while nothing is asked, it keeps nothing alive.

import { Worker } from 'node:worker_threads'

export interface Asked<Question> {
  id: number
  question: Question
}
export interface Answered<Answer> {
  id: number
  answer: Answer
}

export interface AskedWorker<Question, Answer> {
  /** Rejects if the worker dies or is closed meanwhile; after so many milliseconds without an answer it is ended. */
  ask(question: Question, withinMs?: number): Promise<Answer>
  close(): Promise<void>
}

/** `does` says in a fault what it is for: "The worker that draws documents ended with 1." */
export function makeAskedWorker<Question, Answer>(file: URL, workerData: unknown, does: string): AskedWorker<Question, Answer> {
  let worker: Worker | undefined
  let asked = 0
  const waiting = new Map<number, PromiseWithResolvers<Answer>>() // all with the worker that runs

  function start(): Worker {
    const started = new Worker(file, { workerData })
    started.on('message', ({ id, answer }: Answered<Answer>) => {
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
    })
    // An error is followed by an exit; the first of them tells why.
    started.on('error', (error) => died(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', (code) => died(started, new Error(`The worker that ${does} ended with ${code}.`)))
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
    ask(question, withinMs) {
      worker ??= start()
      const [running, id] = [worker, ++asked]
      running.ref()
      const answer = Promise.withResolvers<Answer>()
      running.postMessage({ id, question } satisfies Asked<Question>)
      waiting.set(id, answer)
      if (withinMs === undefined) return answer.promise
      const timer = setTimeout(() => void running.terminate(), withinMs)
      return answer.promise.finally(() => clearTimeout(timer))
    },
    async close() {
      const closing = worker
      if (!closing) return
      died(closing, new Error(`The worker that ${does} was closed.`))
      await closing.terminate()
    },
  }
}
