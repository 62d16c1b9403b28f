// The bar above a list: what is searched for, the filters, what else is done with the list, and how much was found (role status).

import type { ReactNode } from 'react'
import styles from './filter-bar.module.css'

interface Props {
  /** Absent: it holds nothing to search by. */
  label?: string
  children: ReactNode
}

export function FilterBar({ label, children }: Props) {
  return (
    <div className={styles.bar} {...(label && { role: 'search', 'aria-label': label })}>
      {children}
    </div>
  )
}
