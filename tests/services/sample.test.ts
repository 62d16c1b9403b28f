// The sample practice: a whole year, made by the procedures in a worker, put in the place of an empty file and of no other.

import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { clientOver } from '../../electron/client.ts'
import { CLIENT_PACKAGE_LIST } from '../../renderer/components/client-package-list-input.ts'
import { CLIENT_PACKAGE_STATES } from '../../shared/domain/words.ts'
import { isRefusalCode, Refusal } from '../../shared/errors.ts'
import { SAMPLE_SECRETS } from '../../shared/sample-secrets.ts'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { type Client, PASSWORD, PIN } from '../support/app.ts'
import { startHost } from '../support/web-host.ts'

const MINUTES = 60_000

it('is made from the first screen, adds up, can be signed in to, and is there after a restart', { timeout: 6 * MINUTES }, async () => {
  const { host, folder, data } = await startHost()
  const callOn = ({ app }: typeof host.practice): Client =>
    clientOver(async (path, input) => {
      const reply = await app.dispatch({ sessionId: 'window', path, input })
      if ('output' in reply) return reply.output
      throw isRefusalCode(reply.error.code) ? new Refusal(reply.error.code, reply.error.data as never) : new Error(JSON.stringify(reply))
    })
  const call = callOn(host.practice)
  expect(await call.setup.sampleProgress()).toMatchObject({ state: 'idle' })

  await call.setup.startSample()
  expect(await call.setup.sampleProgress()).toMatchObject({ state: 'working' })
  await expect(call.setup.create({ ...SAMPLE_PRACTICE, password: PASSWORD, pin: PIN })).rejects.toMatchObject({ code: 'data.hasPractice' })
  await host.practice.sample.finished()

  expect(await call.setup.sampleProgress()).toMatchObject({ state: 'done', message: '' })
  expect(await call.setup.state()).toMatchObject({ hasPractice: true, isSample: true })
  await expect(call.setup.startSample()).rejects.toMatchObject({ code: 'data.hasPractice' })
  for (const { id, role } of await call.session.choices()) {
    await call.session.signIn({ staffId: id, password: SAMPLE_SECRETS.password })
    if (role === 'owner') break
  }
  await call.session.lock()
  await call.session.enterPin({ staffId: (await call.session.current()).staff!.id, pin: SAMPLE_SECRETS.pin })
  const shown = { ...CLIENT_PACKAGE_LIST, page: 1, pageSize: 1 }
  for (const state of CLIENT_PACKAGE_STATES)
    expect(await call.clientPackages.list({ ...shown, states: [state] }), state).toMatchObject({ rows: [{}] })
  const { problems, counts } = await call.backups.verify()
  expect(problems).toEqual([])
  expect(counts.entries).toBeGreaterThan(1000)
  expect(readdirSync(data).filter((name) => name.includes('sample'))).toEqual([])

  await host.close()
  const again = await startHost({ folder })
  expect(await callOn(again.host.practice).setup.state()).toMatchObject({ practiceName: SAMPLE_PRACTICE.practice.name, isSample: true })
})
