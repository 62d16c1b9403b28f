// What the screen said was saved is on the disk. A practice at work is killed at a random moment, again and again: each
// call it had acknowledged is there, at most the one it was at besides, and the whole file is sound.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import type { FileKey } from '../../db/connect.ts'
import { kyselyOn } from '../../db/dialect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { verify } from '../../db/verify.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { makePracticeFile } from '../support/practice-file.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'

const KILLS = LONG ? 10_000 : 200
const FILES = 5 // practices at work in one process: each kill of it is a kill of each
const LANES = 2 // processes at once
const KILLS_A_FILE = 10 // then from the start again, so that checking does not take longer and longer

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

interface After {
  calls: number
  milliseconds: number
  /** No file may grow beyond so many blocks of 512 bytes, as on a disk that takes no more. */
  mostBlocks?: number
}

/** Runs the worker until it has acknowledged so many calls, and kills it a moment later; all it had acknowledged, by file. */
async function killed(paths: string[], { key, salt }: FileKey, seed: number, after: After): Promise<string[][]> {
  const limit = after.mostBlocks === undefined ? '' : `ulimit -f ${after.mostBlocks}; `
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, worker, key, salt, String(seed), ...paths], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: dirname(worker) },
  })
  let output = ''
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const worked = new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.split('\n').length > after.calls) done()
    })
  })
  const closed = once(child, 'close')
  await Promise.race([worked, closed])
  await later(after.milliseconds)
  child.kill('SIGKILL')
  await closed
  expect(complaint).toBe('')
  const lines = output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
  return paths.map((_, n) => lines.filter(([file]) => file === String(n)).map(([, said]) => said!))
}

it(`loses nothing in ${KILLS} kills`, { timeout: LONG ? 7_200_000 : 400_000 }, async () => {
  const random = replayable()
  const folder = makeFolder()
  const key = makeFileKey()
  const start = join(folder, 'start.tenpack')
  await makePracticeFile(start, key)
  let acknowledged = 0

  const lane = async (n: number) => {
    const practices = Array.from({ length: FILES }, (_, f) => ({ path: join(folder, `lane-${n}-${f}.tenpack`), known: new Set<string>() }))
    for (let kill = 0; kill < KILLS / LANES / FILES; kill++) {
      if (kill % KILLS_A_FILE === 0) {
        for (const practice of practices) {
          copyFileSync(start, practice.path)
          practice.known = keysIn(practice.path, key)
        }
      }
      const after = { calls: 1 + random.below(60), milliseconds: random.below(12) }
      const said = await killed(
        practices.map(({ path }) => path),
        key,
        random.below(2 ** 31),
        after,
      )
      for (const [f, practice] of practices.entries()) {
        await checkAfterKill(practice, said[f]!, key)
        acknowledged += said[f]!.length
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)))
  expect(acknowledged).toBeGreaterThan(KILLS)
})

it('saves whole commands or nothing on a disk that takes no more, and is killed there', { timeout: 120_000 }, async () => {
  const random = replayable()
  const folder = makeFolder()
  const key = makeFileKey()
  const path = join(folder, 'harbour.tenpack')
  await makePracticeFile(path, key)
  for (let run = 0; run < (LONG ? 200 : 8); run++) {
    const practice = { path, known: keysIn(path, key) }
    const mostBlocks = Math.ceil(statSync(path).size / 512) + random.below(400)
    const said = (await killed([path], key, random.below(2 ** 31), { calls: 60, milliseconds: random.below(100), mostBlocks }))[0]!
    const refused = said.filter((s) => s.startsWith('!'))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter((s) => s !== '!data.diskFails' && s !== '!data.diskFull')).toEqual([])
    await checkAfterKill(
      practice,
      said.filter((s) => !s.startsWith('!')),
      key,
    )
  }
})

async function checkAfterKill(practice: { path: string; known: Set<string> }, said: string[], key: FileKey): Promise<void> {
  const file = openPracticeFile({ path: practice.path, key })
  const there = new Set(file.prepare('SELECT key FROM replies').pluck().all() as string[])
  expect(
    said.filter((k) => !there.has(k)),
    'acknowledged, but not there',
  ).toEqual([])
  const unsaid = [...there].filter((k) => !practice.known.has(k) && !said.includes(k))
  expect(unsaid.length, 'there, but not acknowledged').toBeLessThanOrEqual(1)
  const lines = file.prepare('SELECT count(*) FROM audit').pluck().get() as number
  expect(lines - there.size, 'each saved command has its audit line').toBe(0)
  expect((await verify(kyselyOn(file))).problems).toEqual([])
  file.close()
  practice.known = there
}

function keysIn(path: string, key: FileKey): Set<string> {
  const file = openPracticeFile({ path, key })
  const keys = new Set(file.prepare('SELECT key FROM replies').pluck().all() as string[])
  file.close()
  return keys
}
