// The one door with a small contract and services of its own, in a file with four people: for tests of the door itself.

import { expect } from 'vitest'
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
import { momentAt, newKey } from './app.ts'

const Note = keyed({ name: RequiredLine(80, 'Enter a name.'), reason: z.string() })
export const Noted = z.object({ id: Id, name: z.string() })
export const contract = {
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
    secretly: command('system')
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
export const services = {
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

export function makeDoor({ strict = true } = {}) {
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
    contract: { notes: [async () => contract.notes] },
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
    dispatch: door.dispatch,
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
export const note = (name: string, more: object = {}) => ({ key: newKey(), name, reason: '', ...more })
export const refused = (code: string, data: unknown = {}) => ({ error: { defined: true, code, status: 400, message: code, data } })
export const bug = {
  error: {
    defined: false,
    code: 'INTERNAL_SERVER_ERROR',
    status: 500,
    message: 'A fault in Tenpack',
    data: { reference: expect.stringMatching(/^[A-Z2-9]{8}$/) },
  },
}
