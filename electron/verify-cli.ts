// `npm run verify -- FILE`: checks a practice file, or a copy of one, from the terminal; also while Tenpack has it open.
// Reads only. The key is the one this computer keeps for that file. Leaves with 0 sound, 1 problems, 2 not checked.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { kyselyOn } from '../db/dialect.ts'
import { firstBytes } from '../db/file-head.ts'
import { openToRead } from '../db/connect.ts'
import { OpenFailure } from '../db/open-failure.ts'
import { verify } from '../db/verify.ts'
import { plural } from '../shared/format.ts'
import { configFolder, dataFolder } from './shell/folders.ts'
import { findKey } from './shell/key-store.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

process.exitCode = await check(resolve(process.argv[2] ?? join(dataFolder(), 'practice.tenpack')))

async function check(path: string): Promise<number> {
  try {
    if (!existsSync(path)) throw new OpenFailure('missingFile')
    const file = openToRead(path, findKey(join(configFolder(), 'keys'), firstBytes(path).salt))
    file.exec('BEGIN') // one state of the file for all the reads
    const soundness = file.pragma('integrity_check(20)', { simple: false }) as { integrity_check: string }[]
    const damages = soundness.map((row) => row.integrity_check).filter((words) => words !== 'ok')
    const { problems, counts } = await verify(kyselyOn(file))
    file.close()
    say(
      [
        plural(counts.sessions, 'session'),
        plural(counts.entries, 'entry', 'entries'),
        plural(counts.invoices, 'invoice'),
        plural(counts.payments, 'payment'),
        plural(counts.auditLines, 'audit line'),
      ].join(', '),
    )
    for (const problem of [...damages, ...problems]) say(`  ${problem}`)
    say(damages.length + problems.length === 0 ? 'No problem found.' : `${plural(damages.length + problems.length, 'problem')} found.`)
    return damages.length + problems.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error
    say(error.message)
    return 2
  }
}
