// P14: the bundled main process to the first week of the calendar, beside a bare runtime that opens the same file and asks
// the same. Both are whole processes. The week's own query is the one the calendar asks. The rounds before the counted ones
// are earlier starts: what V8 compiled is kept from them, as on any day but the first.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openPracticeFile } from '../../db/open.ts'
import { makeFileKey } from './file-key.ts'
import { openOn, PASSWORD, PIN } from '../support/app.ts'
import { makeService } from '../support/make.ts'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { fillWithClientPackages } from './many-client-packages.ts'
import type { Measure } from './measure.ts'
import { recording } from './recording.ts'

const NOW = '2023-06-12T07:00'
const WEEK = { from: '2023-06-12', through: '2023-06-18' } as const
const BUILT = resolve('out/main/bench-start.cjs')

export const p14: Measure = {
  id: 'P14',
  what: 'start of main to the first week',
  against: 'bare runtime, open, the same query',
  goal: 1.5,
  rounds: 11,
  async open() {
    if (!existsSync(BUILT)) execFileSync('npm', ['run', '-s', 'build'], { stdio: 'ignore', shell: process.platform === 'win32' })
    const folder = mkdtempSync(join(tmpdir(), 'tenpack-bench-'))
    const path = join(folder, 'practice')
    const key = makeFileKey()
    const app = openOn(() => openPracticeFile({ path, key, create: true }), NOW, { strict: false })
    await app.call.setup.create({ ...SAMPLE_PRACTICE, owner: { name: 'Mara Ruiz', isPractitioner: true }, password: PASSWORD, pin: PIN })
    const staffId = app.sessions.staffOf('owner') ?? 0
    const service = await makeService({ call: app.call, people: { practitioner: staffId } })
    fillWithClientPackages(app.file, { staffId, serviceId: service.id })
    const steps = await recording(app.file, async () => void (await app.call.appointments.onDays(WEEK)))
    await app.app.close()
    writeFileSync(join(folder, 'job.json'), JSON.stringify({ path, key, staffId, now: NOW, week: WEEK, steps }))
    const run = (script: string) => () => void execFileSync(process.execPath, [script, join(folder, 'job.json')], { stdio: 'pipe' })
    return {
      ours: { run: run(BUILT) },
      other: { run: run(resolve('tests/bench/bare-start.mjs')) },
      close: () => rmSync(folder, { recursive: true, force: true }),
    }
  },
}
