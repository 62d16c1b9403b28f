// What must hold for every command alike: it is done, done once when it comes twice, noted with who did it,
// and done whole or not at all on a disk that is full at any point.

import { beforeAll, describe, expect, it } from 'vitest'
import { openInMemory } from '../../db/connect.ts'
import { verify } from '../../db/verify.ts'
import type { Reply } from '../../electron/reply.ts'
import { DEFAULT_NOW, newKey, openOn } from '../support/app.ts'
import { everyCall, type EveryCall } from '../support/every-call.ts'
import { COMMANDS, type Declared, PROCEDURES } from '../support/procedures.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'

let every: EveryCall
beforeAll(async () => {
  every = await everyCall()
})

const TESTED_ALONE = ['setup.store'] // needs a file without a practice
const commands = COMMANDS.filter(({ name }) => !TESTED_ALONE.includes(name))
const names = commands.map(({ name }) => name)
const at = (name: string): Declared => commands.find((c) => c.name === name)!

function open() {
  const app = openOn(() => openInMemory(every.image), DEFAULT_NOW)
  app.sessions.signIn('owner', every.people.owner)
  const send = ({ path, meta }: Declared, input: unknown): Promise<Reply> =>
    meta.access === 'system' ? asSystem(app.system, path, input) : app.app.dispatch({ sessionId: 'owner', path, input })
  return { ...app, send }
}

/** The app's own calls throw; here they answer as a door does. */
async function asSystem(system: unknown, [feature, verb]: string[], input: unknown): Promise<Reply> {
  const client = system as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  return { output: await client[feature!]![verb!]!(input) }
}

const inputOf = (name: string) => ({ key: newKey(), ...every.inputs[name] })

it('there is an input for every procedure, and for nothing else', () => {
  expect(Object.keys(every.inputs).sort()).toEqual(PROCEDURES.map(({ name }) => name).sort())
})

describe('sent twice', () => {
  it.each(names)('%s is done once, with one audit line by the one who sent it', async (name) => {
    const app = open()
    const input = inputOf(name)
    const linesBefore = app.file.prepare('SELECT count(*) FROM audit').pluck().get() as number
    const first = await app.send(at(name), input)
    expect(first).toHaveProperty('output')
    const after = app.file.serialize()
    const [line, ...more] = app.file.prepare('SELECT * FROM audit WHERE id > ?').all(linesBefore) as Record<string, unknown>[]
    expect(line).toMatchObject({
      procedure: name,
      staffId: at(name).meta.access === 'system' ? null : every.people.owner,
      at: `${DEFAULT_NOW}:00.000Z`,
    })
    expect(more).toEqual([])

    expect(await app.send(at(name), input)).toEqual(JSON.parse(JSON.stringify(first)))
    expect(app.file.serialize().equals(after), 'the second time changed something').toBe(true)
    expect((await verify(app.db)).problems).toEqual([])
  })

  it.each(names)('%s at once from many sides is done once', async (name) => {
    const app = open()
    const input = inputOf(name)
    const linesBefore = app.file.prepare('SELECT count(*) FROM audit').pluck().get() as number
    const replies = await Promise.all(Array.from({ length: 4 }, () => app.send(at(name), input)))
    expect(new Set(replies.map((r) => JSON.stringify(r))).size).toBe(1)
    expect(app.file.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(linesBefore + 1)
  })
})

describe('on a full disk', () => {
  it('every command is done whole or not at all, and can be sent again', async () => {
    const random = replayable()
    const fromOutside = names.filter((n) => at(n).meta.access !== 'system')
    for (let run = 0; run < (LONG ? 10_000 : 200); run++) {
      const app = open()
      app.file.exec('VACUUM') // no spare pages
      const pages = app.file.pragma('page_count', { simple: true }) as number
      app.file.pragma(`max_page_count = ${pages + random.below(4)}`)
      for (let sent = 0; ; sent++) {
        expect(sent, 'the disk never became full').toBeLessThan(500)
        const name = random.pick(fromOutside)
        const input = inputOf(name)
        const before = app.file.serialize()
        const reply = await app.send(at(name), input)
        if ('output' in reply) continue
        expect(app.file.serialize().equals(before), `${name} left something`).toBe(true)
        if (reply.error.code !== 'data.diskFull') continue // done before, and refused for that
        app.file.pragma('max_page_count = 1000000')
        expect(await app.send(at(name), input)).toHaveProperty('output')
        break
      }
      expect((await verify(app.db)).problems).toEqual([])
    }
  }, 300_000)
})
