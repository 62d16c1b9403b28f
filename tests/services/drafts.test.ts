// What stands in unsaved forms: kept for the window and the person that typed it, in memory, and for nobody else.

import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { makeClock } from '../../electron/clock.ts'
import { clientOver } from '../../electron/client.ts'
import { makeDrafts } from '../../electron/drafts.ts'
import { openPractice } from '../../electron/open-practice.ts'
import { leftToBrowser } from '../../electron/paper.ts'
import { noUpdates } from '../../electron/not-offered.ts'
import { keyInFile } from '../../electron/shell/key-place.ts'
import { SAMPLE_SECRETS } from '../../shared/sample-secrets.ts'
import { makeApp } from '../support/app.ts'
import { makeFolder } from '../support/folder.ts'
import { expectRefused } from '../support/refused.ts'

const booking = { tab: randomUUID(), form: 'booking' }

describe('a draft', () => {
  it('is found again as it was left, until it is dropped', async () => {
    const { call } = await makeApp()
    expect(await call.drafts.find(booking)).toEqual({ values: null })
    await call.drafts.keep({ ...booking, values: '{"note":"a"}' })
    await call.drafts.keep({ ...booking, values: '{"note":"ab"}' })
    expect(await call.drafts.find(booking)).toEqual({ values: '{"note":"ab"}' })
    await call.drafts.drop(booking)
    expect(await call.drafts.find(booking)).toEqual({ values: null })
  })

  it('is for its form, its tab and its window alone', async () => {
    const { call, as } = await makeApp()
    await call.drafts.keep({ ...booking, values: 'mine' })
    expect(await call.drafts.find({ ...booking, form: 'client new' })).toEqual({ values: null })
    expect(await call.drafts.find({ ...booking, tab: randomUUID() })).toEqual({ values: null })
    expect(await as('receptionist').drafts.find(booking)).toEqual({ values: null })
  })

  it('stays while the window is locked, and is shown only when it is opened again', async () => {
    const app = await makeApp()
    const { call, sessions } = app
    await call.drafts.keep({ ...booking, values: 'typed' })
    sessions.lock('owner')
    await expectRefused(app, () => call.drafts.find(booking), 'call.locked')
    sessions.unlock('owner')
    expect(await call.drafts.find(booking)).toEqual({ values: 'typed' })
  })

  it('that is too large is refused, and the one before it stays', async () => {
    const app = await makeApp()
    const { call } = app
    await call.drafts.keep({ ...booking, values: 'typed' })
    await expectRefused(app, () => call.drafts.keep({ ...booking, values: 'x'.repeat(200_001) }), 'call.badInput')
    expect(await call.drafts.find(booking)).toEqual({ values: 'typed' })
  })

  it('is one of twenty at most: the one left alone longest goes', () => {
    const drafts = makeDrafts()
    for (let n = 1; n <= 20; n++) drafts.keep('window', `form ${n}`, String(n))
    drafts.keep('window', 'form 1', 'again')
    drafts.keep('window', 'form 21', '21')
    expect([drafts.find('window', 'form 1'), drafts.find('window', 'form 2'), drafts.find('window', 'form 3')]).toEqual([
      'again',
      null,
      '3',
    ])
  })
})

it('signing out, or another person at the window, drops the drafts; none of them ever reaches the disk', async () => {
  const folder = makeFolder()
  const practice = openPractice({
    data: join(folder, 'data'),
    config: join(folder, 'config'),
    clock: makeClock({ packaged: false }),
    log: (_report, error) => expect.fail(String(error)),
    strict: true,
    fonts: 'resources/fonts',
    paper: leftToBrowser,
    keyPlace: () => keyInFile,
    updates: noUpdates,
  })
  if ('runningAt' in practice) throw new Error('The folder is new')
  const call = clientOver(async (path, input) => {
    const reply = await practice.app.dispatch({ sessionId: 'window', path, input })
    return 'output' in reply ? reply.output : expect.fail(reply.error.code)
  })
  await call.setup.create({ ...SAMPLE_PRACTICE, ...SAMPLE_SECRETS, owner: { name: 'Mara Ruiz', isPractitioner: true } })

  await call.drafts.keep({ ...booking, values: 'Secretly typed' })
  expect(await call.drafts.find(booking)).toEqual({ values: 'Secretly typed' })
  await call.session.signOut()
  practice.sessions.signIn('window', 1)
  expect(await call.drafts.find(booking)).toEqual({ values: null })
  await call.drafts.keep({ ...booking, values: 'Secretly typed' })
  practice.sessions.signIn('window', 2)
  practice.sessions.signIn('window', 1)
  expect(await call.drafts.find(booking)).toEqual({ values: null })

  await call.drafts.keep({ ...booking, values: 'Secretly typed' })
  await practice.close()
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes('Secretly typed')).toBe(false)
})
