// "7 of 10 left" beside the pips; hidden from screen readers there, since the pips' own name says the same.

import type { SessionState } from '../../shared/domain/words.ts'
import { leftWords } from './pips-words.ts'

interface Props {
  states: readonly SessionState[]
  unlimited?: boolean
  className?: string
}

export function PipsSummary({ states, unlimited = false, className }: Props) {
  return (
    <span aria-hidden className={className}>
      {leftWords(states, unlimited)}
    </span>
  )
}
