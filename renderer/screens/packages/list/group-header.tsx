// The header of one category in the table; pressing it folds its packages away and back. In a list that is arranged by hand
// packages are moved past it, into its group and out.

import { IconCaretDownFilled, IconCaretRightFilled } from '@tabler/icons-react'
import { useMergedRef } from '@mantine/hooks'
import { useSortableRow } from '../../../components/sortable/use-sortable-row.ts'
import { groupKey } from './packages-order.ts'
import type { PackageGroup } from './packages-search.ts'
import styles from './group-header.module.css'

interface Props {
  group: PackageGroup
  folded: boolean
  columns: number
  onToggle: () => void
  /** Whether packages are moved past it now. */
  isMovable: boolean
  /** Which line of the table it is. */
  index: number
  measure: (element: Element | null) => void
}

export function GroupHeader({ group, folded, columns, onToggle, isMovable, index, measure }: Props) {
  const { row } = useSortableRow(groupKey(group.categoryId), { fixed: true, disabled: !isMovable })
  const ref = useMergedRef(row.ref, measure)
  const Caret = folded ? IconCaretRightFilled : IconCaretDownFilled
  return (
    <tr
      className={styles.group}
      data-empty={group.rows.length === 0 || undefined}
      {...row}
      ref={ref}
      data-index={index}
      data-line={groupKey(group.categoryId)}
      aria-rowindex={index + 2}
    >
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
