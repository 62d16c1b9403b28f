// The header of one category in the table; pressing it folds its packages away and back. In a list that is arranged by hand
// packages are moved past it, into its group and out.

import { IconCaretDownFilled, IconCaretRightFilled } from '@tabler/icons-react'
import { useSortableRow } from '../../components/sortable/use-sortable-row.ts'
import { groupKey } from './packages-order.ts'
import type { PackageGroup } from './packages-search.ts'
import styles from './packages.module.css'

interface Props {
  group: PackageGroup
  folded: boolean
  columns: number
  onToggle: () => void
  /** What makes its row part of a list that is arranged by hand. */
  row?: ReturnType<typeof useSortableRow>['row']
}

export function GroupHeader({ group, folded, columns, onToggle, row }: Props) {
  const Caret = folded ? IconCaretRightFilled : IconCaretDownFilled
  return (
    <tr className={styles.group} data-empty={group.rows.length === 0 || undefined} {...row}>
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

export function MovableGroupHeader(props: Omit<Props, 'row'>) {
  const { row } = useSortableRow(groupKey(props.group.categoryId), { fixed: true })
  return <GroupHeader {...props} row={row} />
}
