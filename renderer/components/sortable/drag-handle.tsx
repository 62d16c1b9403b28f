// The six dots that a row is moved by: drag them, or press the space bar on them and use the arrow keys.

import { IconGripVertical } from '@tabler/icons-react'
import styles from './drag-handle.module.css'
import type { Handle } from './use-sortable-row.ts'

export function DragHandle({ name, handle }: { name: string; handle: Handle }) {
  return (
    <button type="button" className={styles.handle} aria-label={`Move ${name}`} {...handle}>
      <IconGripVertical size={16} aria-hidden />
    </button>
  )
}
