// The table of packages. A row opens its editor; a group's header folds it away; where the list stands in the practice's own
// order, handles move the rows.

import { VisuallyHidden } from '@mantine/core'
import { useDeferredValue } from 'react'
import { Card } from '../../../components/card.tsx'
import { SortHead, sortedOf } from '../../../components/list/sort-head.tsx'
import { useCan } from '../../../components/use-can.ts'
import { GroupHeader } from './group-header.tsx'
import { PackageTableRow } from './package-table-row.tsx'
import type { PackageRow } from '../../../components/package-words.ts'
import type { PackageGroup, PackagesSearch, SortColumn } from './packages-search.ts'
import styles from './packages.module.css'

interface Props {
  rows: PackageRow[]
  /** Null: one list. */
  groups: PackageGroup[] | null
  folded: readonly (number | null)[]
  onFold: (categoryId: number | null) => void
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
  isArrangeable: boolean
}

const COLUMNS: { id: SortColumn; title: string; isNumber?: boolean; lastFirst?: boolean }[] = [
  { id: 'name', title: 'Package' },
  { id: 'category', title: 'Category' },
  { id: 'items', title: 'Items' },
  { id: 'paid', title: 'Paid' },
  { id: 'price', title: 'Price', isNumber: true },
  { id: 'expires', title: 'Expires' },
  { id: 'clientsNow', title: 'Clients now', isNumber: true },
  { id: 'sold', title: 'Sold', isNumber: true },
  { id: 'lastSold', title: 'Last sold', lastFirst: true },
]

const FIRST_ROWS = 40 // more than a screen shows

export function PackagesTable({ rows, groups, folded, onFold, search, onChange, isArrangeable }: Props) {
  const mayEdit = useCan()('packages.edit') !== undefined
  // The first rows are there at once; the rest of a long list is drawn while one looks at them, and at each change after it.
  const most = Math.max(useDeferredValue(rows.length, FIRST_ROWS), FIRST_ROWS)
  let drawn = 0
  const rowsOf = (list: PackageRow[]) => {
    const some = list.slice(0, Math.max(most - drawn, 0))
    drawn += some.length
    return some.map((row) => <PackageTableRow key={row.id} row={row} hasHandles={mayEdit} isMovable={isArrangeable} />)
  }
  const width = COLUMNS.length + 1 + (mayEdit ? 1 : 0)

  /** Numbers and days start with the largest, words with A; a third click gives the practice's own order back. */
  function sortBy({ id, isNumber = false, lastFirst = isNumber }: (typeof COLUMNS)[number]) {
    const now = search.sort === id ? search.descending === true : null
    if (now === null) onChange({ sort: id, descending: lastFirst || undefined })
    else if (now === lastFirst) onChange({ sort: id, descending: !lastFirst || undefined })
    else onChange({ sort: undefined, descending: undefined })
  }

  return (
    <Card flush className={styles.card}>
      <table className={styles.table} aria-label="Packages">
        <thead>
          <tr>
            {mayEdit && (
              <th className={styles.handleColumn}>
                <VisuallyHidden>Order</VisuallyHidden>
              </th>
            )}
            {COLUMNS.map((column) => (
              <SortHead
                key={column.id}
                data-column={column.id}
                isNumber={column.isNumber}
                sorted={sortedOf(search.sort === column.id, search.descending)}
                onSort={() => sortBy(column)}
              >
                {column.title}
              </SortHead>
            ))}
            <th className={styles.menuColumn}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        {groups ? (
          groups.map((group) => {
            const isFolded = folded.includes(group.categoryId)
            return (
              <tbody key={group.categoryId}>
                <GroupHeader
                  group={group}
                  folded={isFolded}
                  columns={width}
                  onToggle={() => onFold(group.categoryId)}
                  isMovable={isArrangeable}
                />
                {!isFolded && rowsOf(group.rows)}
              </tbody>
            )
          })
        ) : (
          <tbody>{rowsOf(rows)}</tbody>
        )}
      </table>
    </Card>
  )
}
