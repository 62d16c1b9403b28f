// How much of a package one person may use that belongs to somebody else. A cap counts what that person has booked, used and
// forfeited: a visit that is cancelled makes room again, a forfeited one does not. It is judged when a session is booked, and
// never again: lowering a cap below what was taken stops new bookings only.

import type { SessionState } from './words.ts'

export interface Taken {
  booked: number
  used: number
  forfeited: number
}

/** What a person has taken of a package, from the states of the sessions that their appointments hold. */
export const takenOf = (states: readonly SessionState[]): Taken => ({
  booked: states.filter((s) => s === 'booked').length,
  used: states.filter((s) => s === 'used').length,
  forfeited: states.filter((s) => s === 'forfeited').length,
})

export const countTaken = ({ booked, used, forfeited }: Taken): number => booked + used + forfeited

/** How many more the person may book; null: as many as there are. */
export const roomUnder = (cap: number | null, taken: Taken): number | null => (cap === null ? null : Math.max(0, cap - countTaken(taken)))

/** `2 used, 1 booked`, for the refusal; nothing yet: `none used yet`. */
export function takenWords({ booked, used, forfeited }: Taken): string {
  const parts = [
    [used, 'used'],
    [booked, 'booked'],
    [forfeited, 'forfeited'],
  ] as const
  return (
    parts
      .filter(([n]) => n > 0)
      .map(([n, what]) => `${n} ${what}`)
      .join(', ') || 'none used yet'
  )
}
