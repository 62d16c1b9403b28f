// The header of one category in the table; pressing it folds its packages away and back.

import { IconCaretDownFilled, IconCaretRightFilled } from '@tabler/icons-react'
import type { PackageGroup } from './packages-search.ts'
import styles from './packages.module.css'

interface Props {
  group: PackageGroup
  folded: boolean
  columns: number
  onToggle: () => void
}

export function GroupHeader({ group, folded, columns, onToggle }: Props) {
  const Caret = folded ? IconCaretRightFilled : IconCaretDownFilled
  return (
    <tr className={styles.group}>
      <th scope="rowgroup" colSpan={columns}>
        <button type="button" className={styles.fold} aria-expanded={!folded} onClick={onToggle}>
          <Caret size={12} aria-hidden />
          <span dir="auto">{group.name}</span>
          <span className={styles.count}>{group.rows.length}</span>
        </button>
      </th>
    </tr>
  )
}
