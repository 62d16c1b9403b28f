// Practices at work, made to be killed: opens the files it is told, calls random procedures in each, and says each that was
// saved on its output, by file and key, before it calls the next one there. Several files, as starting costs most.

import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openPracticeFile } from '../../db/open.ts'
import { Refusal } from '../../shared/errors.ts'
import { openOn } from '../support/app.ts'
import { WORK_NOW, worksIn } from '../support/random-work.ts'
import { makeRandom, type Random } from '../support/seeded.ts'

const [key = '', salt = '', seed = '0', ...paths] = process.argv.slice(2)

async function work(n: number, path: string, random: Random): Promise<never> {
  const { call, sessions, file } = openOn(() => openPracticeFile({ path, key: { key, salt } }), WORK_NOW)
  sessions.signIn('owner', 1)
  const works = worksIn(call, file, random)
  for (;;) {
    const commandKey = randomUUID()
    try {
      await random.pick(works)(commandKey)
      writeSync(1, `${n} ${commandKey}\n`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.code.startsWith('data.')) writeSync(1, `${n} !${error.code}\n`)
    }
  }
}

await Promise.all(paths.map((path, n) => work(n, path, makeRandom(Number(seed) + n))))
