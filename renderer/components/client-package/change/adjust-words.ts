// What adding or taking off sessions makes of a client package, in words, before it is saved. Pure text.

import { plural } from '../../../../shared/format.ts'

export type AdjustKind = 'add' | 'takeOff' | 'set'

interface Adjusting {
  free: number
  after: number
  kind: AdjustKind
  /** Null: it has not ended. */
  endedOn: string | null
}

export function adjustWords({ free, after, kind, endedOn }: Adjusting): string {
  if (after < 0) return `Only ${plural(free, 'session')} ${free === 1 ? 'is' : 'are'} free.`
  if (endedOn !== null && after > free) return `It ended on ${endedOn}, so what is added lapses at once, until its end is changed.`
  const books =
    kind === 'add'
      ? 'Added sessions are worth nothing: the charge stays.'
      : 'The charge stays; what is taken off keeps its value in the books.'
  return `${free} left → ${after} left. ${books}`
}
