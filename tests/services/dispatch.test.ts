// The door on its own: who calls, what they may, what may come in, what is said of a bug. Commands have a file of their own.

import { beforeEach, describe, expect, it } from 'vitest'
import { contractParts, type Parts } from '../../electron/contract-parts.ts'
import { procedureFinder, proceduresOf } from '../../electron/procedures.ts'
import { query } from '../../shared/contract/base.ts'
import { contract as wholeContract } from '../../shared/contract/index.ts'
import { newKey } from '../support/app.ts'
import { bug, contract, makeDoor, note, Noted, refused, services } from '../support/small-door.ts'

let door: ReturnType<typeof makeDoor>
beforeEach(() => {
  door = makeDoor()
})

describe('who calls', () => {
  it('lets nobody in who is not signed in, but to what is public', async () => {
    expect(await door.send('nobody', 'list')).toEqual(refused('call.signedOut'))
    expect(await door.send('nobody', 'hello')).toEqual({ output: { staff: null } })
    expect(await door.send('owner', 'hello')).toEqual({ output: { staff: 'The owner' } })
  })

  it('asks a locked screen for its PIN', async () => {
    door.sessions.lock('owner')
    expect(await door.send('owner', 'list')).toEqual(refused('call.locked'))
    expect(await door.send('owner', 'hello')).toMatchObject({ output: {} })
    door.sessions.unlock('owner')
    expect(await door.send('owner', 'list')).toEqual({ output: [] })
  })

  it('takes whoever left for nobody, at once', async () => {
    expect(await door.send('left', 'list')).toEqual(refused('call.signedOut'))
    expect(await door.send('owner', 'list')).toEqual({ output: [] })
    door.file.exec(`UPDATE staff SET active = 0 WHERE id = 1`)
    expect(await door.send('owner', 'list')).toEqual(refused('call.signedOut'))
  })

  it('follows a change of role at once', async () => {
    door.file.exec(`UPDATE staff SET role = 'receptionist' WHERE id = 1`)
    expect(await door.send('owner', 'add', note('Body'))).toEqual(refused('call.forbidden'))
  })
})

describe('what a person may', () => {
  it('refuses what their role does not allow, before it looks at the input', async () => {
    expect(await door.send('receptionist', 'add', { rubbish: true })).toEqual(refused('call.forbidden'))
    expect(door.saved()).toEqual([])
  })

  it('tells the service whether it is everything or only their own', async () => {
    expect(await door.send('receptionist', 'addOwn', note('x'))).toEqual({ output: { scope: 'all' } })
    expect(await door.send('practitioner', 'addOwn', note('x'))).toEqual({ output: { scope: 'own' } })
  })

  it('hides system procedures from outside, and opens them to actions as the same person', async () => {
    expect(await door.send('owner', 'secretly', { key: newKey(), passwordHash: 'x' })).toEqual(refused('call.unknown'))
    expect(await door.send('receptionist', 'act', { passwordHash: 'x' })).toEqual({ output: { staffId: 2 } })
  })

  it.each([
    [['notes', 'gone']],
    [['notes']],
    [[]],
    [['__proto__']],
    [['notes', '__proto__']],
    [['notes', '~orpc']],
    [['notes', 'list', '~orpc']],
    [['notes', 'list', 'constructor']],
    ['notes.list'],
    [undefined],
    [null],
    [{ 0: 'notes' }],
    [[['notes'], 'list']],
    [Array(1_000).fill('notes')],
  ])('does not know %j', async (path) => {
    expect(await door.dispatch({ sessionId: 'owner', path, input: undefined })).toEqual(refused('call.unknown'))
  })
})

describe('the input', () => {
  it('names each field that is not right', async () => {
    expect(await door.send('owner', 'add', { key: 'no-key', name: '  ', reason: '', extra: 1 })).toEqual(
      refused('call.badInput', {
        fields: [
          { path: 'key', message: 'This can’t be used here.' },
          { path: 'name', message: 'Enter a name.' },
          { path: '', message: 'This can’t be used here.' },
        ],
      }),
    )
  })

  it('refuses a command without its key', async () => {
    expect(await door.send('owner', 'add', { name: 'Body', reason: '' })).toMatchObject({ error: { code: 'call.badInput' } })
  })

  it.each([
    ['ten million characters', note('x'.repeat(10_000_000))],
    ['a key of ten million characters', { ['x'.repeat(10_000_000)]: 1 }],
    ['a million values', note('x', { list: Array(1_000_000).fill(0) })],
    ['a value with a loop in it', loop()],
    ['a tower of lists', tower(100_000)],
  ])('refuses %s without looking closer', async (_what, input) => {
    const started = performance.now()
    expect(await door.send('owner', 'add', input)).toEqual(refused('call.tooLarge'))
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('leaves out what a query without input was sent', async () => {
    expect(await door.send('owner', 'list', { anything: true })).toEqual({ output: [] })
  })
})

describe('a query that opens a client’s record', () => {
  const opened = () =>
    door.rows(`SELECT a.staffId, a.procedure, r.recordId FROM audit a JOIN auditRecords r ON r.auditId = a.id WHERE r.record = 'clients'`)

  it('is noted with who opened it, once for all the times the screen reads it again', async () => {
    for (let i = 0; i < 4; i++) await door.send('owner', 'open', { clientId: 7 })
    expect(opened()).toEqual([{ staffId: 1, procedure: 'notes.open', recordId: 7 }])
    await door.send('receptionist', 'open', { clientId: 7 })
    door.setNow('2026-11-24T08:45')
    await door.send('owner', 'open', { clientId: 7 })
    expect(opened().map((o) => o['staffId'])).toEqual([1, 2, 1])
  })

  it('is not noted when nothing was opened', async () => {
    expect(await door.send('owner', 'open', { clientId: 404 })).toEqual(refused('call.notFound', { what: 'client' }))
    expect(opened()).toEqual([])
  })

  it('is answered even if the note can’t be written', async () => {
    door.file.pragma('query_only = ON')
    expect(await door.send('owner', 'open', { clientId: 7 })).toMatchObject({ output: { id: 7 } })
    expect(door.reports).toMatchObject([{ procedure: 'notes.open', error: 'SqliteError SQLITE_READONLY' }])
  })
})

describe('a bug', () => {
  it('is told by a reference, and logged with where it happened but not with what anybody typed', async () => {
    const reply = await door.send('owner', 'fail')
    expect(reply).toEqual(bug)
    expect(door.reports).toHaveLength(1)
    expect(door.reports[0]).toMatchObject({ at: '2026-11-24T08:30:00.000Z', procedure: 'notes.fail', error: 'Error' })
    expect(door.reports[0]!.where[0]).toMatch(/^at .*\(?tests\/support\/small-door\.ts:\d+/)
    expect(JSON.stringify([reply, door.reports])).not.toMatch(/Mara|1980|could not be read|file:/)
    expect(JSON.stringify(door.reports)).not.toContain(process.cwd())
  })

  it('is a refusal that a procedure does not declare, in tests; the person still reads its sentence', async () => {
    expect(await door.send('owner', 'refuseOtherwise', note('x'))).toEqual(bug)
    expect(String(door.errors[0])).toContain('notes.refuseOtherwise refused with staff.lastOwner, which it does not declare')
    expect(await makeDoor({ strict: false }).send('owner', 'refuseOtherwise', note('x'))).toEqual(refused('staff.lastOwner'))
  })

  it('is a query that answers more than the contract says, since that would reach the screen', async () => {
    expect(await door.send('owner', 'tooMuch')).toEqual(bug)
    expect(String(door.errors[0])).toContain('notes.tooMuch answers passwordHash')
  })
})

describe('the list of procedures', () => {
  it('is refused when a procedure is not served, or does not say who may call it', () => {
    expect(() => proceduresOf(contract, { notes: { ...services.notes, list: undefined } })).toThrow('No function serves notes.list')
    const open = { notes: { list: query(undefined as never).output(Noted) } }
    expect(() => proceduresOf(open, services)).toThrow('notes.list does not say who may call it')
  })

  it('is read part by part as calls need it, and is then the whole contract', async () => {
    const parts = Object.entries(contractParts as Parts).map(async ([feature, files]) => {
      const read = await Promise.all(files.map((file) => file()))
      expect(new Set(read.flatMap((part) => Object.keys(part))).size).toBe(read.flatMap((part) => Object.keys(part)).length)
      return [feature, Object.assign({}, ...read)] as const
    })
    expect(Object.fromEntries(await Promise.all(parts))).toEqual(wholeContract)
  })

  it('reads only what the call needs: the calendar stands before anything else of appointments is read', async () => {
    const read: string[] = []
    const find = procedureFinder(
      {
        notes: [
          async () => (read.push('first'), { list: contract.notes.list }),
          async () => (read.push('second'), { add: contract.notes.add }),
        ],
        others: [async () => (read.push('others'), {})],
      },
      services,
    )
    expect((await find('notes.list'))?.name).toBe('notes.list')
    expect(read).toEqual(['first'])
    expect((await find('notes.add'))?.kind).toBe('command')
    expect(await find('notes.list')).toMatchObject({ kind: 'query' })
    for (const stranger of ['notes.gone', 'others.list', 'constructor.name', '__proto__.list', 'list', ''])
      expect(await find(stranger)).toBeUndefined()
    expect(read).not.toContain('constructor')
  })
})

function loop(): unknown {
  const value: Record<string, unknown> = { key: 'x' }
  value['self'] = value
  return value
}

function tower(height: number): unknown {
  let value: unknown = []
  for (let i = 0; i < height; i++) value = [value]
  return value
}
