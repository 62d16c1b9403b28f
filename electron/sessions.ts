// Who is signed in behind each window, and who gave their password on which day. In memory only, on purpose:
// after a restart, or a theft of the file, a PIN alone opens nothing.

import type { LocalDate } from '../shared/dates.ts'
import type { Sessions } from './host.ts'

/** `onLeave`: somebody else has the window now, or nobody. */
export function makeSessions(onLeave: (sessionId: string) => void = () => {}): Sessions {
  const signedIn = new Map<string, { staffId: number; locked: boolean }>()
  const passwordGiven = new Map<number, LocalDate>()

  const setLocked = (sessionId: string, locked: boolean) => {
    const session = signedIn.get(sessionId)
    if (session) session.locked = locked
  }
  return {
    staffOf: (sessionId) => signedIn.get(sessionId)?.staffId ?? null,
    isLocked: (sessionId) => signedIn.get(sessionId)?.locked ?? false,
    signIn: (sessionId, staffId) => {
      if (signedIn.get(sessionId)?.staffId !== staffId) onLeave(sessionId)
      signedIn.set(sessionId, { staffId, locked: false })
    },
    lock: (sessionId) => setLocked(sessionId, true),
    unlock: (sessionId) => setLocked(sessionId, false),
    signOut: (sessionId) => {
      onLeave(sessionId)
      signedIn.delete(sessionId)
    },
    gavePassword: (staffId, day) => void passwordGiven.set(staffId, day),
    gavePasswordOn: (staffId) => passwordGiven.get(staffId) ?? null,
  }
}
