// Makes the sample practice in a worker and puts it in the place of the empty file that is open.
// Never in the place of a practice: whoever sets one up meanwhile keeps it.

import { existsSync, renameSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { FileKey } from '../db/connect.ts'
import { findPractice } from '../db/queries/practice.ts'
import type { App } from './app.ts'
import { bugReport, type Log } from './bugs.ts'
import type { Clock } from './clock.ts'
import type { SampleMaker } from './host.ts'
import type { SampleJob, SampleNews } from './sample-worker.ts'

export interface SampleParts {
  path: string
  key: FileKey
  clock: Clock
  log: Log
  app: () => App
}

export function makeSampleMaker({ path, key, clock, log, app }: SampleParts): SampleMaker & { finished: () => Promise<void> } {
  const target = `${path}.sample`
  const unfinished = `${target}.unfinished`
  const clear = () => [target, unfinished, `${unfinished}-wal`, `${unfinished}-shm`].forEach((file) => rmSync(file, { force: true }))
  let progress: ReturnType<SampleMaker['progress']> = { state: 'idle', done: 0, of: 0, message: '' }
  let making: Promise<void> = Promise.resolve()

  async function make(): Promise<void> {
    try {
      await inWorker({ path: unfinished, target, key, now: clock().now }, (done, of) => {
        progress = { state: 'working', done, of, message: 'Making a year of appointments, packages and invoices …' }
      })
      await putInPlace()
      progress = { ...progress, state: 'done', message: '' }
    } catch (error) {
      const report = bugReport(error, 'setup.startSample', clock().instant)
      log(report, error)
      progress = { ...progress, state: 'failed', message: `Its reference is ${report.reference}.` }
    } finally {
      clear()
    }
  }

  async function putInPlace(): Promise<void> {
    if (await findPractice(app().db())) throw new Error('A practice was set up meanwhile')
    await app().swap(() => {
      if (existsSync(`${path}-wal`)) throw new Error('The empty file is still being read')
      renameSync(target, path)
    })
    await app().openDay()
  }

  clear() // what a start that was broken off left
  return {
    start() {
      if (progress.state === 'working') return
      progress = { state: 'working', done: 0, of: 1, message: 'Making the sample practice …' }
      making = make()
    },
    progress: () => progress,
    /** When what was started is over, one way or the other. */
    finished: () => making,
  }
}

function inWorker(job: SampleJob, onProgress: (done: number, of: number) => void): Promise<void> {
  const here = new URL(import.meta.url)
  const worker = new Worker(new URL(here.pathname.endsWith('.ts') ? './sample-worker.ts' : './sample-worker.cjs', here), {
    workerData: job,
  })
  let end: SampleNews = { failed: 'The worker ended before the sample practice was made' }
  worker.on('message', (news: SampleNews) => {
    if ('of' in news) onProgress(news.done, news.of)
    else end = news
  })
  return new Promise((done, fail) => {
    worker.on('error', fail)
    worker.on('exit', () => ('failed' in end ? fail(new Error(end.failed)) : done())) // its file is closed only now
  })
}
