// The body of a screen below the top bar: its margins, and one place that scrolls.

import type { ReactNode } from 'react'
import styles from './page.module.css'

export function Page({ children }: { children: ReactNode }) {
  return (
    <div className={styles.scroll} data-scroller>
      <div className={styles.page}>{children}</div>
    </div>
  )
}
