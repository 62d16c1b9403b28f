// The head of a column that the list can be sorted by: a button that tells which way it is sorted now.

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './sort-head.module.css'

/** undefined: sorted by another column. */
export type Sorted = 'ascending' | 'descending' | undefined

export const sortedOf = (isSorted: boolean, descending: boolean | undefined): Sorted =>
  isSorted ? (descending ? 'descending' : 'ascending') : undefined

interface Props {
  children: ReactNode
  sorted: Sorted
  onSort: () => void
}

interface HeadProps extends Props {
  isNumber?: boolean | undefined
  'data-column'?: string
}

export function SortHead({ sorted, onSort, isNumber = false, children, ...head }: HeadProps) {
  return (
    <th scope="col" aria-sort={sorted} data-number={isNumber || undefined} {...head}>
      <SortButton sorted={sorted} onSort={onSort}>
        {children}
      </SortButton>
    </th>
  )
}

/** For a head that is no `th`. */
export function SortButton({ children, sorted, onSort }: Props) {
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp
  return (
    <button type="button" className={styles.sort} onClick={onSort}>
      {children}
      {sorted && <Arrow size={13} aria-hidden />}
    </button>
  )
}
