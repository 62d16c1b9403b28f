// A screen reads a client's record again after every change; the audit keeps one line for having opened it.

import type { Instant } from '../shared/dates.ts'

const ONE_OPENING_MINUTES = 10
const MOST = 5_000

export function makeAccessNotes() {
  const notedAt = new Map<string, number>()
  return {
    /** Whether this opening (who, what) is to be noted; it then counts as noted. */
    isNew(opening: string, instant: Instant): boolean {
      const now = Date.parse(instant)
      const before = notedAt.get(opening)
      if (before !== undefined && now >= before && now - before < ONE_OPENING_MINUTES * 60_000) return false
      if (notedAt.size >= MOST) notedAt.clear()
      notedAt.set(opening, now)
      return true
    },
  }
}
