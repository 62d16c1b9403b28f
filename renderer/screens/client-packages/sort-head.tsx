// The head of a column that the list can be sorted by: a button that tells which way it is sorted now.

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './client-packages.module.css'

interface Props {
  children: ReactNode
  /** undefined: sorted by another column. */
  sorted: 'ascending' | 'descending' | undefined
  onSort: () => void
  number?: boolean
}

export function SortHead({ children, sorted, onSort, number = false }: Props) {
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <th aria-sort={sorted ?? 'none'} className={number ? styles.number : undefined}>
      <button type="button" className={styles.sort} onClick={onSort}>
        {children}
        {sorted && <Arrow size={13} aria-hidden />}
      </button>
    </th>
  )
}
