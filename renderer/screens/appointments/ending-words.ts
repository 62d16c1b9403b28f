// What an ending will do and what it did, in words. Pure.

import type { Ending } from '../../../shared/domain/appointments.ts'
import { formatMoney, plural } from '../../../shared/format.ts'
import type { EndingPreview } from './appointment-data.ts'

type Facts = Pick<EndingPreview, 'rule' | 'packageName' | 'afterReturn' | 'lapsesAtOnce' | 'feeMinor' | 'currency'>

/** Giving the session back and keeping it, each with what follows; the rule's own is marked. */
export function sessionChoices({ rule, packageName, afterReturn, lapsesAtOnce, feeMinor, currency }: Facts) {
  const left = afterReturn === null ? '' : ` → ${afterReturn} left`
  const effect = lapsesAtOnce
    ? `1 session goes back to ${packageName}, which has ended: it lapses at once`
    : `1 session goes back to ${packageName}${left}`
  const byRule = (of: typeof rule) => (rule === of ? { badge: 'The rule' } : {})
  return [
    { value: 'return', label: 'It goes back', detail: effect, effect: `${effect}.`, ...byRule('return') },
    {
      value: 'forfeit',
      label: 'It is kept',
      effect: '',
      detail: feeMinor > 0 ? `Counts as used, ${formatMoney(feeMinor, currency)} is charged` : 'Counts as used, nothing more is charged',
      ...byRule('forfeit'),
    },
  ] as const
}

const DONE: Record<Ending, (client: string) => string> = {
  cancelled: (client) => `The appointment of ${client} is cancelled.`,
  lateCancelled: (client) => `The appointment of ${client} is cancelled late.`,
  cancelledByPractice: (client) => `The appointment of ${client} is cancelled by the practice.`,
  noShow: (client) => `${client} is marked as a no-show.`,
}

/** "Anna Lee is marked as a no-show. 1 session of Relax 10 is kept." */
export function endedWords(
  client: string,
  as: Ending,
  session: 'return' | 'forfeit' | null,
  { packageName, afterReturn, lapsesAtOnce }: Facts,
): string {
  const what = DONE[as](client)
  if (packageName === null) return what
  if (session === 'forfeit') return `${what} 1 session of ${packageName} is kept.`
  return `${what} ${packageName}: ${lapsesAtOnce ? 'the session lapsed' : afterReturn === null ? 'the session went back' : `${plural(afterReturn, 'session')} left`}.`
}
