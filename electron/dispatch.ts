// The only way in: who calls -> may they -> input -> transaction -> service -> audit -> reply. The only catch, too.
// A command is one transaction, and its audit line and its reply are written in that same one.

import type { ContractRouterClient } from '@orpc/contract'
import type { Kysely } from 'kysely'
import { refusalOf } from '../db/constraint-errors.ts'
import { changesOf } from '../db/handles.ts'
import { inTransaction, whileReading } from '../db/hot.ts'
import { appendAudit } from '../db/queries/audit.ts'
import { findCaller } from '../db/queries/callers.ts'
import type { Schema } from '../db/schema.ts'
import type { Contract } from '../shared/contract/index.ts'
import { Refusal, refuse } from '../shared/errors.ts'
import { type Grant, grantOf } from '../shared/permissions.ts'
import { SECRET_FIELDS } from '../shared/secret-fields.ts'
import { makeAccessNotes } from './access-notes.ts'
import { bugReport, type Log } from './bugs.ts'
import { clientOver } from './client.ts'
import { assertNothingLeftOut, checkedInput, checkedOutput } from './checks.ts'
import type { Clock, Moment } from './clock.ts'
import type { Caller } from './context.ts'
import type { Parts } from './contract-parts.ts'
import type { Host } from './host.ts'
import { type Procedure, procedureFinder } from './procedures.ts'
import { hashOf, keep, replyTo } from './replay.ts'
import { type Reply, replyOfBug, replyOfRefusal } from './reply.ts'

export interface DispatchParts {
  contract: Parts
  services: object
  /** The practice file that is open now: setting up a sample practice puts another in its place. */
  db: () => Kysely<Schema>
  host: Host
  clock: Clock
  log: Log
  /** In tests and development: queries answer what the contract says, refusals are declared. */
  strict: boolean
}

/** What a door knows about a call: a window or a browser tab, what it asks for, and with what. */
export interface Call {
  sessionId: string
  /** As it came: `['appointments', 'book']`, if the caller means well. */
  path: unknown
  input: unknown
}

/** Who calls, once known. `inside`: an action or the app itself, which may call system procedures. */
interface Asking {
  sessionId: string
  staff: Caller | null
  locked: boolean
  inside: boolean
}

export function makeDispatch({ contract, services, db, host, clock, log, strict }: DispatchParts) {
  const find = procedureFinder(contract, services)
  const accessNotes = makeAccessNotes()

  async function whoCalls(sessionId: string): Promise<Asking> {
    const id = host.sessions.staffOf(sessionId)
    const found = id === null ? undefined : await findCaller(db(), id)
    const staff = found ? { ...found, isPractitioner: found.isPractitioner === 1 } : null
    return { sessionId, staff, locked: host.sessions.isLocked(sessionId), inside: false }
  }

  async function serve(asking: Asking, name: string, input: unknown): Promise<unknown> {
    const procedure = (await find(name)) ?? refuse('call.unknown')
    const scope = grantedTo(asking, procedure)
    const checked = await checkedInput(procedure, input)
    const asked = { staff: asking.staff, scope, ...clock() }
    switch (procedure.kind) {
      case 'query':
        return asQuery(procedure, asking, asked, checked)
      case 'command':
        return asCommand(procedure, asked, checked as { key: string; reason?: unknown })
      case 'action':
        return asAction(procedure, asking, asked, checked)
    }
  }

  async function asQuery(procedure: Procedure, { sessionId }: Asking, asked: Asked, input: unknown): Promise<unknown> {
    const lent = { sessions: host.sessions, sample: host.sample, backupFolder: host.backupFolder }
    const output =
      procedure.heavy && host.heavyReads
        ? await host.heavyReads.serve({ name: procedure.name, input, asked })
        : await whileReading(db(), (held) => procedure.serve({ ...asked, db: held, host: lent, sessionId }, input))
    if (strict) assertNothingLeftOut(procedure, output, await checkedOutput(procedure, output))
    if (procedure.opensClient)
      await noteAccess(procedure, sessionId, asked, Number((input as Record<string, unknown>)[procedure.opensClient]))
    return output
  }

  function asCommand(procedure: Procedure, asked: Asked, input: { key: string; reason?: unknown }): Promise<unknown> {
    const staffId = asked.staff?.id ?? null
    const inputHash = hashOf(procedure.name, input)
    return inTransaction(db(), async (tx) => {
      const before = await replyTo(tx, { key: input.key, inputHash, staffId })
      if (before) return before.output
      const output = await checkedOutput(procedure, await procedure.serve({ ...asked, tx }, input))
      const reason = typeof input.reason === 'string' && input.reason !== '' ? input.reason : null
      await appendAudit(tx, { at: asked.instant, staffId, procedure: procedure.name, reason, changes: changesOf(tx) }, SECRET_FIELDS)
      await keep(tx, { key: input.key, inputHash, staffId, at: asked.instant }, output)
      return output
    })
  }

  async function asAction(procedure: Procedure, asking: Asking, asked: Asked, input: unknown): Promise<unknown> {
    const context = { ...asked, db: db(), client: insideClient({ ...asking, inside: true }), host, sessionId: asking.sessionId }
    return checkedOutput(procedure, await procedure.serve(context, input))
  }

  /** Who opened a client's record. Failing to note it is logged, and does not keep the record from being read. */
  async function noteAccess({ name }: Procedure, sessionId: string, { staff, instant }: Asked, clientId: number): Promise<void> {
    if (!accessNotes.isNew(`${sessionId} ${name} ${clientId}`, instant)) return
    const line = {
      at: instant,
      staffId: staff?.id ?? null,
      procedure: name,
      reason: null,
      changes: [{ record: 'clients', id: clientId }],
    } as const
    try {
      await inTransaction(db(), (tx) => appendAudit(tx, line, SECRET_FIELDS))
    } catch (error) {
      log(bugReport(error, name, instant), error)
    }
  }

  function insideClient(asking: Asking): ContractRouterClient<Contract> {
    return clientOver((path, input) => serve(asking, path.join('.'), input))
  }

  async function replyOf(error: unknown, name: string, input: unknown): Promise<Reply> {
    const procedure = await find(name)
    const refusal = error instanceof Refusal ? error : refusalOf(error, input)
    if (refusal && (!strict || mayGive(procedure, refusal.code))) return replyOfRefusal(refusal)
    const bug = refusal ? new Error(`${name} refused with ${refusal.code}, which it does not declare`, { cause: error }) : error
    const report = bugReport(bug, procedure?.name ?? 'unknown', clock().instant)
    log(report, bug)
    return replyOfBug(report.reference)
  }

  return {
    /** One call from outside. Always answers: with the output, a refusal, or the reference of a bug. */
    async dispatch({ sessionId, path, input }: Call): Promise<Reply> {
      const name = nameOf(path)
      try {
        return { output: await serve(await whoCalls(sessionId), name, input) }
      } catch (error) {
        return replyOf(error, name, input)
      }
    },
    /** The app itself, which is nobody: for what it does by itself, such as the daily opening. */
    system: insideClient({ sessionId: 'system', staff: null, locked: false, inside: true }),
  }
}

type Asked = { staff: Caller | null; scope: Grant } & Moment

function grantedTo({ staff, locked, inside }: Asking, { access }: Procedure): Grant {
  if (access === 'public') return 'all'
  if (access === 'system') return inside ? 'all' : refuse('call.unknown')
  if (!staff) return refuse('call.signedOut')
  if (locked) return refuse('call.locked')
  if (access === 'signedIn') return 'all'
  return grantOf(staff.role, access) ?? refuse('call.forbidden')
}

const nameOf = (path: unknown): string => (Array.isArray(path) && path.every((word) => typeof word === 'string') ? path.join('.') : '')

/** Those of the door and of the file need no declaring. */
const mayGive = (procedure: Procedure | undefined, code: string): boolean =>
  /^(call|data)\./.test(code) || code === 'session.taken' || procedure?.refusals.has(code) === true
