// A white card on the paper-coloured page: a table, a group of facts.

import type { ReactNode } from 'react'
import styles from './card.module.css'

interface Props {
  children: ReactNode
  /** Tables reach the card's edges; everything else gets padding. */
  flush?: boolean
  className?: string
}

export function Card({ children, flush = false, className }: Props) {
  return <div className={[styles.card, flush ? styles.flush : styles.padded, className].filter(Boolean).join(' ')}>{children}</div>
}
