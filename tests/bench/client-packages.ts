// P23, P24: the lists of client packages and of packages through the whole door, beside the very same SQL replayed raw.

import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPracticeFile } from '../../db/open.ts'
import { CLIENT_PACKAGE_LIST } from '../../renderer/components/client-package-list-input.ts'
import { grouped, matching, sorted } from '../../renderer/screens/packages/list/packages-search.ts'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { openOn, PASSWORD, PIN, type Client } from '../support/app.ts'
import { makeService } from '../support/make.ts'
import { makeFileKey } from './file-key.ts'
import { fillWithClientPackages } from './many-client-packages.ts'
import type { Measure } from './measure.ts'
import { recording, replay } from './recording.ts'

const NOW = '2026-11-23T07:00'
const LIST = { ...CLIENT_PACKAGE_LIST, page: 1, pageSize: 50 }

export const p23 = listMeasure('P23', 'client packages: list, sort, filter, search', async (call) => {
  await call.clientPackages.list(LIST)
  await call.clientPackages.list({ ...LIST, sort: 'left', descending: true })
  await call.clientPackages.list({ ...LIST, states: ['active'], sort: 'end' })
  await call.clientPackages.list({ ...LIST, search: 'lee', sort: 'purchased', descending: true })
})

/** Filtered, sorted and grouped by what the screen does it with, in our time alone. */
export const p24 = listMeasure('P24', 'packages: list, sort, filter, group', async (call) => {
  const rows = await call.packages.list({ includeDeleted: false })
  const categories = await call.catalog.listCategories()
  grouped(sorted(matching(rows, {}, 'CAD'), { sort: 'clientsNow', descending: true }, 'CAD'), categories)
  grouped(sorted(matching(rows, { search: 'package 4', priceFrom: 10_000, paid: ['upfront'] }, 'CAD'), { sort: 'name' }, 'CAD'), categories)
})

function listMeasure(id: string, what: string, work: (call: Client) => Promise<void>): Measure {
  return {
    id,
    what,
    against: 'the same SQL raw, same cipher',
    goal: 1.5,
    rounds: 9,
    async open() {
      const folder = mkdtempSync(join(tmpdir(), 'tenpack-bench-'))
      const key = makeFileKey()
      const app = openOn(() => openPracticeFile({ path: join(folder, 'practice'), key, create: true }), NOW, { strict: false })
      await app.call.setup.create({ ...SAMPLE_PRACTICE, owner: { name: 'Mara Ruiz', isPractitioner: true }, password: PASSWORD, pin: PIN })
      const staffId = app.sessions.staffOf('owner') ?? 0
      const service = await makeService({ call: app.call, people: { practitioner: staffId } })
      fillWithClientPackages(app.file, { staffId, serviceId: service.id })
      const steps = await recording(app.file, () => work(app.call))
      return {
        ours: { run: () => work(app.call) },
        other: { run: () => replay(app.file, steps) },
        close: async () => {
          await app.app.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  }
}
