// The head of a screen: its title, what it is about, its buttons, its tabs. Sets the window's title too.

import { type ReactNode, useEffect } from 'react'
import styles from './page-header.module.css'

interface Props {
  title: string
  /** Behind the title on its line: a number, a badge. */
  beside?: ReactNode
  subtitle?: ReactNode
  /** In front of the title: an avatar, a way back. */
  before?: ReactNode
  actions?: ReactNode
  tabs?: ReactNode
}

export function PageHeader({ title, beside, subtitle, before, actions, tabs }: Props) {
  useEffect(() => {
    document.title = `${title} · Tenpack`
    return () => {
      document.title = 'Tenpack'
    }
  }, [title])
  return (
    <header className={styles.header} data-tabs={tabs ? true : undefined}>
      <div className={styles.row}>
        {before}
        <div className={styles.words}>
          <div className={styles.line}>
            <h1 className={styles.title} dir="auto" title={title}>
              {title}
            </h1>
            {beside}
          </div>
          {subtitle ? <div className={styles.subtitle}>{subtitle}</div> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {tabs}
    </header>
  )
}
