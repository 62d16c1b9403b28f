// Who is signed in behind each window, and who gave their password on which day. In memory only, on purpose:
// after a restart, or a theft of the file, a PIN alone opens nothing.

import type { LocalDate } from '../shared/dates.ts'
import type { Sessions } from './host.ts'

export function makeSessions(): Sessions {
  const signedIn = new Map<string, { staffId: number; locked: boolean }>()
  const passwordGiven = new Map<number, LocalDate>()

  const setLocked = (sessionId: string, locked: boolean) => {
    const session = signedIn.get(sessionId)
    if (session) session.locked = locked
  }
  return {
    staffOf: (sessionId) => signedIn.get(sessionId)?.staffId ?? null,
    isLocked: (sessionId) => signedIn.get(sessionId)?.locked ?? false,
    signIn: (sessionId, staffId) => void signedIn.set(sessionId, { staffId, locked: false }),
    lock: (sessionId) => setLocked(sessionId, true),
    unlock: (sessionId) => setLocked(sessionId, false),
    signOut: (sessionId) => void signedIn.delete(sessionId),
    gavePassword: (staffId, day) => void passwordGiven.set(staffId, day),
    gavePasswordOn: (staffId) => passwordGiven.get(staffId) ?? null,
  }
}
