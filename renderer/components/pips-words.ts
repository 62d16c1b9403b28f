// The text equivalent of the pips: "7 of 10 left, 1 booked ahead". Withdrawn and transferred sessions no longer count.

import type { SessionState } from '../../shared/domain/words.ts'

/** More than these are a bar, which can't be counted. */
export const MOST_PIPS = 12

export function countPips(states: readonly SessionState[]) {
  const count = (...of: SessionState[]) => states.filter((s) => of.includes(s)).length
  const total = states.length - count('withdrawn', 'transferred')
  return {
    total,
    left: count('available'),
    booked: count('booked'),
    used: count('used'),
    forfeited: count('forfeited'),
    lapsed: count('expired', 'cancelled'),
    gone: count('used', 'forfeited', 'expired', 'cancelled'),
  }
}

/** "7 of 10 left"; unlimited packages tell how often they were used. */
export function leftWords(states: readonly SessionState[], unlimited = false): string {
  const { left, total, used } = countPips(states)
  return unlimited ? `unlimited, ${used} used` : `${left} of ${total} left`
}

/** Everything the row shows, in words. */
export function pipsWords(states: readonly SessionState[], unlimited = false): string {
  const { booked, used, forfeited, lapsed } = countPips(states)
  const more = [
    booked > 0 && `${booked} booked ahead`,
    !unlimited && used > 0 && `${used} used`,
    forfeited > 0 && `${forfeited} forfeited`,
    lapsed > 0 && `${lapsed} lapsed`,
  ].filter(Boolean)
  return [leftWords(states, unlimited), ...more].join(', ')
}
