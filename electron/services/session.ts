// Signing in, switching and locking. Each try is committed before its answer is given, so a crash or a restart
// gives nobody a free guess; and tries are taken one after the other, so many at once are no way around the waits.

import { findActiveStaff, appendSignInAttempt, listSignInAttempts, listSignInChoices } from '../../db/queries/session.ts'
import { findPractice } from '../../db/queries/practice.ts'
import type { Row } from '../../db/schema.ts'
import type { Instant } from '../../shared/dates.ts'
import { secondsToWait } from '../../shared/domain/sign-in.ts'
import { refuse } from '../../shared/errors.ts'
import type { ActionContext, Caller, CommandContext, QueryContext } from '../context.ts'
import type { Sessions } from '../host.ts'
import { matchesSecret } from '../shell/secrets.ts'

type PublicAction = ActionContext<Caller | null>
const OK = { ok: true as const }
const LOCK_MINUTES_BEFORE_SETUP = 10

export async function current({ db, host, sessionId, now, instant }: QueryContext<Caller | null> & { sessionId: string }) {
  const staffId = host.sessions.staffOf(sessionId)
  const person = staffId === null ? undefined : await findActiveStaff(db, staffId)
  const practice = await findPractice(db)
  return {
    staff: person ? personOf(person) : null,
    locked: person !== undefined && host.sessions.isLocked(sessionId),
    now: `${now}:${instant.slice(17, 19)}`, // seconds are the same in every time zone
    lockMinutes: practice?.lockMinutes ?? LOCK_MINUTES_BEFORE_SETUP,
  }
}

export async function choices({ db, host, today }: QueryContext<Caller | null>) {
  const people = await listSignInChoices(db)
  return people.map((p) => ({
    ...personOf(p),
    hasPin: p.pinHash !== null,
    pinIsEnough: p.pinHash !== null && host.sessions.gavePasswordOn(p.id) === today,
  }))
}

export function signIn(context: PublicAction, { staffId, password }: { staffId: number; password: string }) {
  return inTurn(context.host.sessions, async () => {
    const person = (await findActiveStaff(context.db, staffId)) ?? refuse('signIn.wrong', { means: 'password' })
    const hash = person.passwordHash ?? refuse('signIn.noPassword')
    await assertRight(context, { staffId, means: 'password', given: password, hash })
    context.host.sessions.gavePassword(staffId, context.today)
    context.host.sessions.signIn(context.sessionId, staffId)
    return OK
  })
}

export function enterPin(context: PublicAction, { staffId, pin }: { staffId: number; pin: string }) {
  return inTurn(context.host.sessions, async () => {
    const person = (await findActiveStaff(context.db, staffId)) ?? refuse('signIn.wrong', { means: 'PIN' })
    const gaveToday = context.host.sessions.gavePasswordOn(staffId) === context.today
    if (!gaveToday || person.pinHash === null) refuse('signIn.passwordFirst')
    await assertRight(context, { staffId, means: 'pin', given: pin, hash: person.pinHash })
    context.host.sessions.signIn(context.sessionId, staffId)
    return OK
  })
}

export async function lock({ host, sessionId }: PublicAction) {
  host.sessions.lock(sessionId)
  return OK
}

export async function signOut({ host, sessionId }: PublicAction) {
  host.sessions.signOut(sessionId)
  return OK
}

export async function recordAttempt(
  { tx }: CommandContext<Caller | null>,
  { staffId, at, means, succeeded }: { staffId: number; at: Instant; means: 'password' | 'pin'; succeeded: boolean },
) {
  await appendSignInAttempt(tx, { staffId, at, means, succeeded })
  return OK
}

interface Try {
  staffId: number
  means: 'password' | 'pin'
  given: string
  hash: string
}

async function assertRight({ db, client, instant }: PublicAction, { staffId, means, given, hash }: Try): Promise<void> {
  const seconds = secondsToWait(await listSignInAttempts(db, staffId), instant)
  if (seconds > 0) refuse('signIn.wait', { seconds })
  const succeeded = await matchesSecret(given, hash)
  await client.session.recordAttempt({ key: crypto.randomUUID(), staffId, at: instant, means, succeeded })
  if (!succeeded) refuse('signIn.wrong', { means: means === 'pin' ? 'PIN' : 'password' })
}

const turns = new WeakMap<Sessions, Promise<unknown>>()

/** Each try waits for the one before it, whatever came of that. */
function inTurn<T>(sessions: Sessions, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(sessions) ?? Promise.resolve()).then(work, work)
  turns.set(sessions, mine)
  return mine
}

const personOf = (p: Row<'staff'>) => ({ id: p.id, name: p.name, role: p.role, isPractitioner: p.isPractitioner === 1 })
