// What is saved as a whole, in two windows at once: the second one is told who was first, and saves nothing over it.

import { beforeAll, describe, expect, it } from 'vitest'
import { openInMemory } from '../../db/connect.ts'
import type { Reply } from '../../electron/reply.ts'
import { DEFAULT_NOW, newKey, openOn } from '../support/app.ts'
import { everyCall, type EveryCall } from '../support/every-call.ts'
import { COMMANDS } from '../support/procedures.ts'

let every: EveryCall
beforeAll(async () => {
  every = await everyCall()
})

/** Linking has the form of changing a link, and nothing that was read. */
const WHOLE = COMMANDS.filter(({ name, fields }) => 'mark' in fields && name !== 'clients.link').map(({ name }) => name)

/** Once there are newer terms the older ones are refused as such; before that they can be changed as they are. */
const THE_OTHERS: Record<string, string> = { 'packages.saveVersion': 'packages.save' }

/** Of these the audit does not tell in one line who changed them last. */
const UNTOLD = ['clients.changeLink', 'appointments.edit', 'invoices.setPlan']

function open() {
  const app = openOn(() => openInMemory(every.image), DEFAULT_NOW)
  for (const who of ['owner', 'administrator'] as const) app.sessions.signIn(who, every.people[who])
  const send = (sessionId: 'owner' | 'administrator', name: string, input: object): Promise<Reply> =>
    app.app.dispatch({ sessionId, path: name.split('.'), input: { ...input, key: newKey() } })
  return { ...app, send }
}

it('every command that makes a record or changes it as a whole takes the mark of what was read', () => {
  const makesOrChanges = COMMANDS.filter(({ fields }) => fields['id']?.safeParse(null).success)
  expect(makesOrChanges.length).toBeGreaterThan(5)
  expect(makesOrChanges.filter(({ fields }) => !('mark' in fields))).toEqual([])
})

describe.each(WHOLE)('%s', (name) => {
  it('in two windows: the second is told who was first, and nothing is saved', async () => {
    const { as, send, file } = open()
    const administrator = (await as('owner').staff.list()).find(({ id }) => id === every.people.administrator)!.name
    const input = every.inputs[name]!
    expect(await send('administrator', THE_OTHERS[name] ?? name, input)).toHaveProperty('output')
    const after = file.serialize()
    const refused = { code: 'record.changed', data: { by: UNTOLD.includes(name) ? null : administrator } }
    for (const mine of [input, { ...input, mark: '' }]) expect(await send('owner', name, mine)).toMatchObject({ error: refused })
    expect(await send('owner', name, { ...input, mark: undefined })).toHaveProperty('error')
    expect(file.serialize().equals(after), 'something was saved').toBe(true)
  })
})
