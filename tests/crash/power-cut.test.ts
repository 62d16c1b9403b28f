// A power cut keeps what was forced to the disk, and of what came after it a part, rubbish or nothing. Emulated on the log:
// up to the last acknowledged call it stays, what follows is damaged; the file opens, and each of those calls is there.

import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type FileKey, openFile } from '../../db/connect.ts'
import { kyselyOn } from '../../db/dialect.ts'
import { openPracticeFile } from '../../db/open.ts'
import { verify } from '../../db/verify.ts'
import { Refusal } from '../../shared/errors.ts'
import { openOn } from '../support/app.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { makePracticeFile } from '../support/practice-file.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'
import { WORK_NOW, worksIn } from '../support/random-work.ts'
import type { Random } from '../support/seeded.ts'

const CUTS = LONG ? 100_000 : 3_000
const CALLS = 25
const VERIFY_EACH = 100

const damages: ((after: Buffer, random: Random) => Buffer)[] = [
  () => Buffer.alloc(0),
  (after, random) => after.subarray(0, random.below(after.length)),
  (after, random) => Buffer.from(after).fill(0, 0, random.below(after.length)),
  (after, random) => Buffer.from(after).fill(Buffer.from('torn page'), 0, Math.min(after.length, 1 + random.below(4096))),
  (after, random) => {
    const torn = Buffer.from(after)
    for (let n = 0; n < 8 && torn.length > 0; n++) torn[random.below(torn.length)]! ^= 0xff
    return torn
  },
]

it(`loses nothing in ${CUTS} power cuts`, { timeout: LONG ? 7_200_000 : 600_000 }, async () => {
  const random = replayable()
  const folder = makeFolder()
  const key = makeFileKey()
  const path = join(folder, 'harbour.tenpack')
  await makePracticeFile(path, key)
  const { main, log, calls } = await workOn(path, key, random)
  const cut = join(folder, 'cut.tenpack')

  for (let n = 0; n < CUTS; n++) {
    const done = random.below(calls.length + 1)
    const kept = calls[done - 1]?.logBytes ?? 0
    copyFileSync(main, cut)
    writeFileSync(`${cut}-wal`, Buffer.concat([log.subarray(0, kept), random.pick(damages)(log.subarray(kept), random)]))
    const file = openFile({ path: cut, key, lasting: false })
    const there = new Set(file.prepare('SELECT key FROM replies').pluck().all())
    expect(
      calls.slice(0, done).filter((call) => !there.has(call.key)),
      `cut ${n}, after ${done} calls`,
    ).toEqual([])
    if (n % VERIFY_EACH === 0) expect((await verify(kyselyOn(file))).problems).toEqual([])
    file.close()
  }
})

/** Works without ever writing the log into the file, noting how long the log was when each call was acknowledged. */
async function workOn(path: string, key: FileKey, random: Random) {
  const { call, sessions, file } = openOn(() => openPracticeFile({ path, key }), WORK_NOW)
  file.pragma('wal_autocheckpoint = 0')
  sessions.signIn('owner', 1)
  const works = worksIn(call, file, random)
  const main = `${path}.before`
  copyFileSync(path, main)
  const calls: { key: string; logBytes: number }[] = []
  while (calls.length < CALLS) {
    const commandKey = randomUUID()
    try {
      await random.pick(works)(commandKey)
      calls.push({ key: commandKey, logBytes: statSync(`${path}-wal`).size })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  const log = readFileSync(`${path}-wal`)
  expect(readFileSync(main).equals(readFileSync(path)), 'the file itself was not touched').toBe(true)
  file.close()
  return { main, log, calls }
}
