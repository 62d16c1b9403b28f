// What the screen said was saved is on the disk. A practice at work is killed at a random moment, again and again: each
// call it had acknowledged is there, at most the one it was at besides, and the whole file is sound.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import type { FileKey } from '../../db/connect.ts'
import { kyselyOn } from '../../db/dialect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { verify } from '../../db/verify.ts'
import { minor } from '../../shared/money.ts'
import { DEFAULT_NOW, openOn } from '../support/app.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { makeClient, makePackage, makeProduct } from '../support/make.ts'
import { setUpPractice } from '../support/practice.ts'
import { LONG, replayable } from '../support/random.ts'

const KILLS = LONG ? 10_000 : 200
const LANES = 2 // one practice each
const KILLS_A_FILE = 20 // then from the start again, so that checking does not take longer and longer

let worker: string
/** One file, since starting the worker from its many sources would take longer than its life. */
beforeAll(async () => {
  const outDir = join(process.cwd(), 'node_modules/.cache/tenpack-crash')
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, 'worker.ts'),
      outDir,
      target: 'node24',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  })
  worker = join(outDir, 'worker.js')
})

async function makePracticeFile(path: string, key: FileKey): Promise<void> {
  const opened = openOn(() => openPracticeFile({ path, key, create: true }), DEFAULT_NOW)
  const people = await setUpPractice(opened)
  const maker = { call: opened.call, people }
  const product = await makeProduct(maker)
  const services = (await opened.call.catalog.listServices()).map((s) => ({ serviceId: s.id, feeMinor: minor(7_000) }))
  const visits = { productId: null, services, quantity: 10, itemPriceMinor: minor(8_000) }
  const piece = { productId: product.id, services: [], quantity: 3, itemPriceMinor: minor(2_000) }
  await makePackage(maker, { items: [visits, piece] })
  await makePackage(maker, { items: [{ ...visits, quantity: null }] })
  await makePackage(maker, { items: [visits], paymentStyle: 'eachAppointment' })
  for (let n = 0; n < 5; n++) await makeClient(maker)
  await opened.app.close()
}

/** Runs the worker until it has acknowledged so many calls, and kills it a moment later; all it had acknowledged by then. */
async function killed(
  path: string,
  { key, salt }: FileKey,
  seed: number,
  after: { calls: number; milliseconds: number },
): Promise<string[]> {
  const child = spawn(process.execPath, [worker, path, key, salt, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(worker) },
  })
  let output = ''
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const worked = new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.split('\n').length - 2 >= after.calls) done()
    })
  })
  const closed = once(child, 'close')
  await Promise.race([worked, closed])
  await later(after.milliseconds)
  child.kill('SIGKILL')
  await closed
  expect(complaint).toBe('')
  return output.split('\n').slice(1, -1)
}

it(`loses nothing in ${KILLS} kills`, { timeout: LONG ? 7_200_000 : 240_000 }, async () => {
  const random = replayable()
  const folder = makeFolder()
  const key = makeFileKey()
  const start = join(folder, 'start.tenpack')
  await makePracticeFile(start, key)
  let acknowledged = 0

  const lane = async (n: number) => {
    const path = join(folder, `lane-${n}.tenpack`)
    let known = new Set<string>()
    for (let kill = 0; kill < KILLS / LANES; kill++) {
      if (kill % KILLS_A_FILE === 0) {
        copyFileSync(start, path)
        known = keysIn(path, key)
      }
      const said = await killed(path, key, random.below(2 ** 31), { calls: random.below(30), milliseconds: random.below(12) })
      const file = openPracticeFile({ path, key })
      const there = new Set(file.prepare('SELECT key FROM replies').pluck().all() as string[])
      expect(
        said.filter((k) => !there.has(k)),
        'acknowledged, but not there',
      ).toEqual([])
      const unsaid = [...there].filter((k) => !known.has(k) && !said.includes(k))
      expect(unsaid.length, 'there, but not acknowledged').toBeLessThanOrEqual(1)
      const lines = file.prepare('SELECT count(*) FROM audit').pluck().get() as number
      expect(lines - there.size, 'each saved command has its audit line').toBe(0)
      expect((await verify(kyselyOn(file))).problems).toEqual([])
      file.close()
      known = there
      acknowledged += said.length
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)))
  expect(acknowledged).toBeGreaterThan(KILLS)
})

function keysIn(path: string, key: FileKey): Set<string> {
  const file = openPracticeFile({ path, key })
  const keys = new Set(file.prepare('SELECT key FROM replies').pluck().all() as string[])
  file.close()
  return keys
}
