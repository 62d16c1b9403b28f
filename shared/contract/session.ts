// Signing in, switching and locking. Who calls is kept by the host, never sent by the screen.

import { z } from 'zod'
import { ROLES } from '../domain/words.ts'
import { action, command, Id, keyed, Ok, query, refusals, UtcInstant } from './base.ts'

const Person = z.object({ id: Id, name: z.string(), role: z.enum(ROLES), isPractitioner: z.boolean() })

export const session = {
  /** Who is signed in, whether the screen is locked, and the clock to tick from. */
  current: query('public').output(z.object({ staff: Person.nullable(), locked: z.boolean(), now: z.string(), lockMinutes: z.int() })),
  /** The people who can sign in here; `pinIsEnough` once they gave their password today. */
  choices: query('public').output(z.array(Person.extend({ hasPin: z.boolean(), pinIsEnough: z.boolean() }))),
  signIn: action('public')
    .errors(refusals('signIn.wrong', 'signIn.wait', 'signIn.noPassword'))
    .input(z.strictObject({ staffId: Id, password: z.string().max(200) }))
    .output(Ok),
  /** Unlocks the screen, or switches to a person who gave their password today. */
  enterPin: action('public')
    .errors(refusals('signIn.wrong', 'signIn.wait', 'signIn.passwordFirst'))
    .input(z.strictObject({ staffId: Id, pin: z.string().max(20) }))
    .output(Ok),
  lock: action('public').output(Ok),
  signOut: action('public').output(Ok),
  recordAttempt: command('system')
    .input(keyed({ staffId: Id, at: UtcInstant, means: z.enum(['password', 'pin']), succeeded: z.boolean() }))
    .output(Ok),
}
