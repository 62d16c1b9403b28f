// The heads of the columns, which stay in sight while the day is scrolled.

import { memo } from 'react'
import classes from './day-grid.module.css'
import type { GridColumn } from './types.ts'

export const ColumnHeads = memo(function ColumnHeads({
  columns,
  onOpen,
}: {
  columns: readonly GridColumn[]
  onOpen?: ((key: string) => void) | undefined
}) {
  return (
    <div className={classes.heads}>
      <div className={classes.corner} />
      {columns.map(({ key, title, subtitle, isNow }) => (
        <div key={key} className={classes.head} data-now={isNow || undefined}>
          {onOpen ? (
            <button type="button" className={classes.headButton} onClick={() => onOpen(key)}>
              {title}
            </button>
          ) : (
            <span className={classes.headTitle}>{title}</span>
          )}
          <span className={classes.headSubtitle}>{subtitle}</span>
        </div>
      ))}
    </div>
  )
})
