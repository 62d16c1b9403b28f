// An empty list: says what will be here, and has the button that starts it.

import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface Props {
  title: string
  /** Alone on its page: the title is the page's heading. */
  isPage?: boolean
  children?: ReactNode
  /** The button that makes the first one. */
  action?: ReactNode
}

export function EmptyState({ title, isPage = false, children, action }: Props) {
  return (
    <div className={styles.empty}>
      {isPage ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children ? <p className={styles.words}>{children}</p> : null}
      {action}
    </div>
  )
}
