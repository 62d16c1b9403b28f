// The pips: a client package as a row of signs, one per session. More than twelve, or unlimited, is a bar with a number.
// The row is drawn; what it says is in its text equivalent, and each pip that has something to tell can be focused.

import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SessionState } from '../../shared/domain/words.ts'
import styles from './pips.module.css'
import { countPips, MOST_PIPS, pipsWords } from './pips-words.ts'

const SHAPES: Record<SessionState, string | undefined> = {
  available: '',
  booked: styles.booked,
  used: styles.used,
  forfeited: styles.forfeited,
  expired: styles.lapsed,
  cancelled: styles.lapsed,
  transferred: styles.lapsed,
  withdrawn: styles.lapsed,
}

interface Props {
  states: readonly SessionState[]
  size?: 's' | 'm' | 'l'
  /** Unlimited packages have no row to draw: only what was used. */
  unlimited?: boolean
  /** What hovering or focusing a pip tells: date, practitioner, value. Empty: nothing. */
  describe?: (index: number) => ReactNode
}

export function Pips({ states, size = 'm', unlimited = false, describe }: Props) {
  const words = pipsWords(states, unlimited)
  if (unlimited || states.length > MOST_PIPS) return <PipsBar states={states} unlimited={unlimited} words={words} size={size} />
  return (
    <span className={styles.pips} data-size={size} role={describe ? 'group' : 'img'} aria-label={words}>
      {states.map((state, index) => {
        const told = describe?.(index)
        const pip = (
          <i
            key={index}
            className={`${styles.pip} ${SHAPES[state]}`}
            {...(told ? { tabIndex: 0, role: 'img', 'aria-label': textOf(told) } : { 'aria-hidden': true })}
          />
        )
        return told ? (
          <Tooltip key={index} label={told} events={{ hover: true, focus: true, touch: true }} multiline openDelay={80}>
            {pip}
          </Tooltip>
        ) : (
          pip
        )
      })}
    </span>
  )
}

function PipsBar({ states, unlimited, words, size }: Required<Pick<Props, 'states' | 'unlimited' | 'size'>> & { words: string }) {
  const { gone, booked, total } = countPips(states)
  const percent = (n: number) => (unlimited || total === 0 ? 0 : (n / total) * 100)
  return (
    <span className={styles.bar} data-size={size} data-unlimited={unlimited || undefined} role="img" aria-label={words}>
      <i className={styles.barGone} style={{ width: `${percent(gone)}%` }} />
      <i className={styles.barBooked} style={{ width: `${percent(booked)}%` }} />
    </span>
  )
}

const textOf = (told: ReactNode): string | undefined => (typeof told === 'string' ? told : undefined)
