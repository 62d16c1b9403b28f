// The one door on its own: a small contract and services made for it, in a practice's file.

import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openInMemory } from '../../db/connect.ts'
import { kyselyOn } from '../../db/dialect.ts'
import { recordChange } from '../../db/handles.ts'
import { migrate } from '../../db/migrate.ts'
import type { BugReport } from '../../electron/bugs.ts'
import type { ActionContext, CommandContext, QueryContext } from '../../electron/context.ts'
import { makeDispatch } from '../../electron/dispatch.ts'
import type { Host } from '../../electron/host.ts'
import { makeSessions } from '../../electron/sessions.ts'
import { action, command, Id, keyed, query, refusals, RequiredLine } from '../../shared/contract/base.ts'
import { refuse } from '../../shared/errors.ts'
import { momentAt, newKey } from '../support/app.ts'

const Note = keyed({ name: RequiredLine(80, 'Enter a name.'), reason: z.string() })
const Noted = z.object({ id: Id, name: z.string() })
const contract = {
  notes: {
    list: query('clients.view').output(z.array(Noted)),
    hello: query('public').output(z.object({ staff: z.string().nullable() })),
    open: query('clients.view', { opensClient: 'clientId' })
      .input(z.strictObject({ clientId: Id }))
      .output(Noted),
    tooMuch: query('clients.view').output(Noted),
    add: command('settings.edit').errors(refusals('name.taken')).input(Note).output(Noted),
    addOwn: command('appointments.book')
      .input(Note)
      .output(z.object({ scope: z.string() })),
    addBadly: command('settings.edit').input(Note).output(Noted),
    addTwice: command('settings.edit').input(Note).output(Noted),
    addAndRefuse: command('settings.edit').errors(refusals('staff.lastOwner')).input(Note).output(Noted),
    refuseOtherwise: command('settings.edit').input(Note).output(Noted),
    secretly: command('system', { secret: ['passwordHash'] })
      .input(keyed({ passwordHash: z.string() }))
      .output(z.object({ staffId: Id.nullable() })),
    act: action('signedIn')
      .input(z.strictObject({ passwordHash: z.string() }))
      .output(z.object({ staffId: Id.nullable() })),
    fail: action('signedIn').output(Noted),
  },
}

async function insert({ tx }: CommandContext, name: string) {
  const row = { name, nameKey: name.toLowerCase(), position: 1 }
  const { id } = await tx.insertInto('categories').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'categories', id, after: row })
  return { id, name }
}
type Input = { name: string }
const services = {
  notes: {
    list: ({ db }: QueryContext) => db.selectFrom('categories').select(['id', 'name']).orderBy('id').execute(),
    hello: async ({ staff }: QueryContext) => ({ staff: staff?.name ?? null }),
    open: async ({ db: _db }: QueryContext, { clientId }: { clientId: number }) =>
      clientId === 404 ? refuse('call.notFound', { what: 'client' }) : { id: clientId, name: 'Mara Vidal' },
    tooMuch: async () => ({ id: 1, name: 'Mara', passwordHash: 'scrypt$…' }),
    add: (context: CommandContext, { name }: Input) => insert(context, name),
    addOwn: async ({ scope }: CommandContext) => ({ scope }),
    addBadly: async (context: CommandContext, { name }: Input) => ({ ...(await insert(context, name)), id: -1 }),
    addTwice: async (context: CommandContext, { name }: Input) => {
      const first = await insert(context, name)
      recordChange(context.tx, { record: 'categories', id: first.id, after: { name: 'again' } })
      return first
    },
    addAndRefuse: async (context: CommandContext, { name }: Input) => {
      await insert(context, name)
      return refuse('staff.lastOwner')
    },
    refuseOtherwise: async () => refuse('staff.lastOwner'),
    secretly: async ({ tx, staff }: CommandContext, { passwordHash }: { passwordHash: string }) => {
      recordChange(tx, { record: 'staff', id: 1, before: { passwordHash: null }, after: { passwordHash } })
      return { staffId: staff?.id ?? null }
    },
    act: async ({ client }: ActionContext, { passwordHash }: { passwordHash: string }) =>
      (client as unknown as { notes: { secretly: (input: object) => Promise<{ staffId: number }> } }).notes.secretly({
        key: newKey(),
        passwordHash,
      }),
    fail: async () => {
      throw new Error('Mara Vidal, born 1980-02-29, could not be read')
    },
  },
}

function makeDoor({ strict = true } = {}) {
  const file = openInMemory()
  migrate(file)
  const staff = file.prepare(`INSERT INTO staff (name, role, isPractitioner, active) VALUES (?, ?, 0, ?)`)
  for (const role of ['owner', 'receptionist', 'practitioner']) staff.run(`The ${role}`, role, 1)
  staff.run('Somebody who left', 'owner', 0)
  const db = kyselyOn(file)
  const sessions = makeSessions()
  for (const [n, who] of ['owner', 'receptionist', 'practitioner', 'left'].entries()) sessions.signIn(who, n + 1)
  const reports: BugReport[] = []
  const errors: unknown[] = []
  let now = '2026-11-24T08:30'
  const door = makeDispatch({
    contract,
    services,
    db: () => db,
    host: { sessions, backupFolder: '/nowhere' } as Host,
    clock: () => momentAt(now),
    strict,
    log: (report, error) => (reports.push(report), errors.push(error)),
  })
  const send = (sessionId: string, verb: string, input?: unknown) => door.dispatch({ sessionId, path: ['notes', verb], input })
  const rows = (sql: string) => file.prepare(sql).all() as Record<string, unknown>[]
  return {
    door,
    file,
    sessions,
    reports,
    errors,
    send,
    rows,
    saved: () => rows('SELECT id, name FROM categories'),
    setNow: (at: string) => (now = at),
  }
}
type Door = ReturnType<typeof makeDoor>
let it_: Door
beforeEach(() => {
  it_ = makeDoor()
})

const note = (name: string, more: object = {}) => ({ key: newKey(), name, reason: '', ...more })
const refused = (code: string, data: unknown = {}) => ({ error: { defined: true, code, status: 400, message: code, data } })
const bug = {
  error: {
    defined: false,
    code: 'INTERNAL_SERVER_ERROR',
    status: 500,
    message: 'A fault in Tenpack',
    data: { reference: expect.stringMatching(/^[A-Z2-9]{8}$/) },
  },
}

describe('who calls', () => {
  it('lets nobody in who is not signed in, but to what is public', async () => {
    expect(await it_.send('nobody', 'list')).toEqual(refused('call.signedOut'))
    expect(await it_.send('nobody', 'hello')).toEqual({ output: { staff: null } })
    expect(await it_.send('owner', 'hello')).toEqual({ output: { staff: 'The owner' } })
  })

  it('asks a locked screen for its PIN', async () => {
    it_.sessions.lock('owner')
    expect(await it_.send('owner', 'list')).toEqual(refused('call.locked'))
    expect(await it_.send('owner', 'hello')).toMatchObject({ output: {} })
    it_.sessions.unlock('owner')
    expect(await it_.send('owner', 'list')).toEqual({ output: [] })
  })

  it('takes whoever left for nobody, at once', async () => {
    expect(await it_.send('left', 'list')).toEqual(refused('call.signedOut'))
    expect(await it_.send('owner', 'list')).toEqual({ output: [] })
    it_.file.exec(`UPDATE staff SET active = 0 WHERE id = 1`)
    expect(await it_.send('owner', 'list')).toEqual(refused('call.signedOut'))
  })

  it('follows a change of role at once', async () => {
    it_.file.exec(`UPDATE staff SET role = 'receptionist' WHERE id = 1`)
    expect(await it_.send('owner', 'add', note('Body'))).toEqual(refused('call.forbidden'))
  })
})

describe('what a person may', () => {
  it('refuses what their role does not allow, before it looks at the input', async () => {
    expect(await it_.send('receptionist', 'add', { rubbish: true })).toEqual(refused('call.forbidden'))
    expect(it_.saved()).toEqual([])
  })

  it('tells the service whether it is everything or only their own', async () => {
    expect(await it_.send('receptionist', 'addOwn', note('x'))).toEqual({ output: { scope: 'all' } })
    expect(await it_.send('practitioner', 'addOwn', note('x'))).toEqual({ output: { scope: 'own' } })
  })

  it('hides system procedures from outside, and opens them to actions as the same person', async () => {
    expect(await it_.send('owner', 'secretly', { key: newKey(), passwordHash: 'x' })).toEqual(refused('call.unknown'))
    expect(await it_.send('receptionist', 'act', { passwordHash: 'x' })).toEqual({ output: { staffId: 2 } })
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
    expect(await it_.door.dispatch({ sessionId: 'owner', path, input: undefined })).toEqual(refused('call.unknown'))
  })
})

describe('the input', () => {
  it('names each field that is not right', async () => {
    expect(await it_.send('owner', 'add', { key: 'no-key', name: '  ', reason: '', extra: 1 })).toEqual(
      refused('call.badInput', {
        fields: [
          { path: 'key', message: 'Invalid UUID' },
          { path: 'name', message: 'Enter a name.' },
          { path: '', message: 'Unrecognized key: "extra"' },
        ],
      }),
    )
  })

  it('refuses a command without its key', async () => {
    expect(await it_.send('owner', 'add', { name: 'Body', reason: '' })).toMatchObject({ error: { code: 'call.badInput' } })
  })

  it.each([
    ['ten million characters', note('x'.repeat(10_000_000))],
    ['a key of ten million characters', { ['x'.repeat(10_000_000)]: 1 }],
    ['a million values', note('x', { list: Array(1_000_000).fill(0) })],
    ['a value with a loop in it', loop()],
    ['a tower of lists', tower(100_000)],
  ])('refuses %s without looking closer', async (_what, input) => {
    const started = performance.now()
    expect(await it_.send('owner', 'add', input)).toEqual(refused('call.tooLarge'))
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('leaves out what a query without input was sent', async () => {
    expect(await it_.send('owner', 'list', { anything: true })).toEqual({ output: [] })
  })
})

describe('a command', () => {
  it('is saved with one audit line that names who, when, what, why and each record', async () => {
    expect(await it_.send('owner', 'addTwice', note('Body', { reason: 'For the new treatments' }))).toEqual({
      output: { id: 1, name: 'Body' },
    })
    const [line] = it_.rows('SELECT * FROM audit')
    expect(line).toMatchObject({
      at: '2026-11-24T08:30:00.000Z',
      staffId: 1,
      procedure: 'notes.addTwice',
      reason: 'For the new treatments',
    })
    expect(JSON.parse(String(line!['payload']))).toEqual([
      { record: 'categories', id: 1, after: { name: 'Body', nameKey: 'body', position: 1 } },
      { record: 'categories', id: 1, after: { name: 'again' } },
    ])
    expect(it_.rows('SELECT * FROM auditRecords')).toEqual([{ auditId: 1, record: 'categories', recordId: 1 }])
  })

  it.each([
    ['it is refused', 'addAndRefuse', refused('staff.lastOwner')],
    ['its output is not what the contract says', 'addBadly', bug],
  ])('saves nothing at all when %s', async (_when, verb, reply) => {
    expect(await it_.send('owner', verb, note('Body'))).toEqual(reply)
    expect([it_.saved(), it_.rows('SELECT * FROM audit'), it_.rows('SELECT * FROM replies')]).toEqual([[], [], []])
  })

  it('turns a broken constraint into its refusal', async () => {
    await it_.send('owner', 'add', note('Body'))
    expect(await it_.send('owner', 'add', note('body'))).toEqual(refused('name.taken', { what: 'category', name: 'body' }))
  })

  it('is done once and answered twice when it comes twice', async () => {
    const input = note('Body')
    const first = await it_.send('owner', 'add', input)
    expect(await it_.send('owner', 'add', input)).toEqual(first)
    const together = await Promise.all(Array.from({ length: 5 }, () => it_.send('owner', 'add', input)))
    expect(together).toEqual(Array(5).fill(first))
    expect([it_.saved().length, it_.rows('SELECT * FROM audit').length]).toEqual([1, 1])
  })

  it('can be sent again with the same key after it was refused', async () => {
    const input = note('Body')
    await it_.send('owner', 'addAndRefuse', input)
    expect(await it_.send('owner', 'add', input)).toEqual({ output: { id: 1, name: 'Body' } })
  })

  it('refuses a key that was used for other input, for another procedure or by another person', async () => {
    const input = note('Body')
    await it_.send('owner', 'add', input)
    expect(await it_.send('owner', 'add', { ...input, name: 'Face' })).toEqual(refused('call.keyReused'))
    expect(await it_.send('owner', 'addTwice', input)).toEqual(refused('call.keyReused'))
    it_.sessions.signIn('owner', 2)
    it_.file.exec(`UPDATE staff SET role = 'administrator' WHERE id = 2`)
    expect(await it_.send('owner', 'add', input)).toEqual(refused('call.keyReused'))
    expect(it_.saved().length).toBe(1)
  })

  it('keeps no secret anywhere', async () => {
    await it_.send('owner', 'act', { passwordHash: 'wintergreen-secret' })
    expect(JSON.stringify(['audit', 'auditRecords', 'replies'].map((t) => it_.rows(`SELECT * FROM ${t}`)))).not.toContain('wintergreen')
    expect(it_.rows('SELECT payload FROM audit')[0]!['payload']).toBe(
      '[{"record":"staff","id":1,"before":{"passwordHash":null},"after":{"passwordHash":"(secret)"}}]',
    )
  })

  it('says so when the disk is full or the file can’t be written, and saves nothing', async () => {
    it_.file.pragma(`max_page_count = ${it_.file.pragma('page_count', { simple: true }) as number}`)
    expect(await it_.send('owner', 'add', note('x', { reason: 'y'.repeat(200_000) }))).toEqual(refused('data.diskFull'))
    it_.file.pragma('max_page_count = 1000000')
    it_.file.pragma('query_only = ON')
    expect(await it_.send('owner', 'add', note('Body'))).toEqual(refused('data.readOnly'))
    it_.file.pragma('query_only = OFF')
    expect(await it_.send('owner', 'add', note('Body'))).toEqual({ output: { id: 1, name: 'Body' } })
  })
})

describe('a query that opens a client’s record', () => {
  const opened = () =>
    it_.rows(`SELECT a.staffId, a.procedure, r.recordId FROM audit a JOIN auditRecords r ON r.auditId = a.id WHERE r.record = 'clients'`)

  it('is noted with who opened it, once for all the times the screen reads it again', async () => {
    for (let i = 0; i < 4; i++) await it_.send('owner', 'open', { clientId: 7 })
    expect(opened()).toEqual([{ staffId: 1, procedure: 'notes.open', recordId: 7 }])
    await it_.send('receptionist', 'open', { clientId: 7 })
    it_.setNow('2026-11-24T08:45')
    await it_.send('owner', 'open', { clientId: 7 })
    expect(opened().map((o) => o['staffId'])).toEqual([1, 2, 1])
  })

  it('is not noted when nothing was opened', async () => {
    expect(await it_.send('owner', 'open', { clientId: 404 })).toEqual(refused('call.notFound', { what: 'client' }))
    expect(opened()).toEqual([])
  })

  it('is answered even if the note can’t be written', async () => {
    it_.file.pragma('query_only = ON')
    expect(await it_.send('owner', 'open', { clientId: 7 })).toMatchObject({ output: { id: 7 } })
    expect(it_.reports).toMatchObject([{ procedure: 'notes.open', error: 'SqliteError SQLITE_READONLY' }])
  })
})

describe('a bug', () => {
  it('is told by a reference, and logged with where it happened but not with what anybody typed', async () => {
    const reply = await it_.send('owner', 'fail')
    expect(reply).toEqual(bug)
    expect(it_.reports).toHaveLength(1)
    expect(it_.reports[0]).toMatchObject({ at: '2026-11-24T08:30:00.000Z', procedure: 'notes.fail', error: 'Error' })
    expect(it_.reports[0]!.where[0]).toMatch(/^at .*dispatch\.test\.ts:\d+/)
    expect(JSON.stringify([reply, it_.reports])).not.toMatch(/Mara|1980|could not be read/)
  })

  it('is a refusal that a procedure does not declare, in tests; the person still reads its sentence', async () => {
    expect(await it_.send('owner', 'refuseOtherwise', note('x'))).toEqual(bug)
    expect(String(it_.errors[0])).toContain('notes.refuseOtherwise refused with staff.lastOwner, which it does not declare')
    expect(await makeDoor({ strict: false }).send('owner', 'refuseOtherwise', note('x'))).toEqual(refused('staff.lastOwner'))
  })

  it('is a query that answers more than the contract says, since that would reach the screen', async () => {
    expect(await it_.send('owner', 'tooMuch')).toEqual(bug)
    expect(String(it_.errors[0])).toContain('notes.tooMuch answers passwordHash')
  })
})

describe('the list of procedures', () => {
  it('is refused when a procedure is not served, or does not say who may call it', () => {
    const parts = { db: () => undefined as never, host: {} as Host, clock: () => momentAt('2026-11-24T08:30'), log: () => {}, strict: true }
    expect(() => makeDispatch({ ...parts, contract, services: { notes: { ...services.notes, list: undefined } } })).toThrow(
      'No function serves notes.list',
    )
    const open = { notes: { list: query(undefined as never).output(Noted) } }
    expect(() => makeDispatch({ ...parts, contract: open, services })).toThrow('notes.list does not say who may call it')
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
