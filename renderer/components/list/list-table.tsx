// The table of a list, which scrolls where it is wider than its card. Rows say what they are by data-open (a click opens
// something), data-on (it is open), data-off (it does not count any more) and data-carried; columns by data-number,
// data-handle and data-menu.

import type { ReactNode } from 'react'
import styles from './list-table.module.css'

interface Props {
  label: string
  /** Its cells hold texts of several lines, which are read from the top. */
  isTall?: boolean
  children: ReactNode
}

export function ListTable({ label, isTall = false, children }: Props) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label} data-tall={isTall || undefined}>
        {children}
      </table>
    </div>
  )
}
