// Whatever comes in by the door is served or refused, never a bug: each field of each procedure's input replaced by values
// of other kinds and by texts that somebody tries out. Afterwards the practice file is still sound.

import { beforeAll, describe, expect, it } from 'vitest'
import { openInMemory } from '../../db/connect.ts'
import { verify } from '../../db/verify.ts'
import { ALIENS, placesIn, replaced } from '../support/aliens.ts'
import { DEFAULT_NOW, newKey, openOn } from '../support/app.ts'
import { everyCall, type EveryCall } from '../support/every-call.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'
import { PROCEDURES } from '../support/procedures.ts'

let every: EveryCall
beforeAll(async () => {
  every = await everyCall()
})

function open() {
  const app = openOn(() => openInMemory(every.image), DEFAULT_NOW)
  const send = async (path: string[], input: unknown) => {
    app.sessions.signIn('owner', every.people.owner) // some calls sign out or lock
    return app.app.dispatch({ sessionId: 'owner', path, input })
  }
  return { ...app, send }
}

// Each wrong password is a try that takes its time on purpose; what documents and copies need is not in these tests.
const reachable = PROCEDURES.filter(
  ({ meta, name }) =>
    meta.access !== 'system' &&
    !/^(reports\.draw|clientPackages\.drawLetters|backups\.make|setup\.startSample|session\.(signIn|enterPin))/.test(name),
)

describe('whatever it is sent', () => {
  it.each(reachable)('$name answers with its output or a refusal', async ({ name, path, meta }) => {
    const app = open()
    let whole = { ...(meta.kind === 'command' ? { key: newKey() } : {}), ...every.inputs[name] }
    for (const place of placesIn(whole)) {
      for (const alien of ALIENS) {
        const fresh = meta.kind === 'command' && place[0] !== 'key' ? { ...whole, key: newKey() } : whole
        const reply = await app.send(path, replaced(fresh, place, alien))
        const what = `${name} with ${place.join('.')} = ${typeof alien === 'bigint' ? 'a bigint' : JSON.stringify(alien)?.slice(0, 80)}`
        if ('error' in reply) expect(reply.error.defined, what).toBe(true)
        else whole = readAnew(whole, reply.output)
      }
    }
    expect((await verify(app.db)).problems).toEqual([])
    const sound = { name: 'x', prototype: Object.getPrototypeOf({}) as object }
    expect(Object.keys(sound.prototype)).toEqual([])
  })
})

/** As a window that read it anew, where the input has the mark of what was read. */
const readAnew = <I extends object | undefined>(input: I, output: unknown): I =>
  input && 'mark' in input && typeof output === 'object' && output && 'mark' in output ? { ...input, mark: output.mark } : input

const TEXTS: [procedure: string, field: string][] = [
  ['clients.save', 'givenName'],
  ['clients.save', 'familyName'],
  ['clients.save', 'phone'],
  ['clients.save', 'email'],
  ['clients.save', 'address'],
  ['clients.save', 'insurer'],
  ['clients.save', 'insurerNumber'],
  ['clients.save', 'notes'],
  ['packages.save', 'name'],
  ['packages.save', 'description'],
  ['packages.save', 'notes'],
  ['catalog.saveService', 'name'],
  ['catalog.saveService', 'code'],
  ['catalog.saveProduct', 'name'],
  ['catalog.saveTax', 'name'],
  ['catalog.saveCategory', 'name'],
  ['staff.save', 'name'],
  ['staff.save', 'specialty'],
  ['settings.update', 'name'],
  ['settings.update', 'address'],
  ['appointments.edit', 'note'],
]
it.each(TEXTS)('%s keeps in %s what was typed, letter by letter', async (name, field) => {
  const app = open()
  let input = every.inputs[name]
  for (const text of [...HOSTILE_NAMES, 'Zoë Ångström', '李小龍', 'O’Neill-Smith', 'İstanbul', 'a\tb'.replace('\t', ' ')]) {
    const reply = await app.send(name.split('.'), { key: newKey(), ...input, [field]: text })
    if ('error' in reply) expect(reply.error, text).toMatchObject({ code: 'call.badInput', data: { fields: [{ path: field }] } })
    else {
      expect((reply.output as Record<string, unknown>)[field]).toBe(text.trim())
      input = readAnew(input, reply.output)
    }
  }
})
