// How long a person has to wait after wrong passwords or PINs. Both count together, so a wrong PIN can't be followed by free guesses
// of the password. Pure: the caller passes the attempts as they were recorded, so a restart changes nothing.

import { type Instant, secondsBetween } from '../dates.ts'

export interface SignInAttempt {
  at: Instant
  succeeded: boolean
}

/** So many wrong tries are free of waiting. */
export const FREE_TRIES = 5
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3600
/** More attempts than this never change the answer: the wait is at its longest. */
export const ATTEMPTS_THAT_COUNT = 20

/** Whole seconds until the next try is allowed; 0: now. `attempts` are the newest ones, newest first. */
export function secondsToWait(attempts: readonly SignInAttempt[], now: Instant): number {
  const lastSuccess = attempts.findIndex((a) => a.succeeded)
  const wrong = lastSuccess === -1 ? attempts.length : lastSuccess
  const latest = attempts[0]
  if (!latest || wrong < FREE_TRIES) return 0
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_SECONDS)
  // A clock that was set back must not lengthen the wait.
  const passed = Math.max(0, secondsBetween(latest.at, now))
  return Math.max(0, wait - passed)
}
