// The table of packages. A row opens its editor; a group's header folds it away.

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { Card } from '../../components/card.tsx'
import { GroupHeader } from './group-header.tsx'
import { PackageTableRow } from './package-table-row.tsx'
import type { PackageRow } from './package-words.ts'
import type { PackageGroup, PackagesSearch, SortColumn } from './packages-search.ts'
import styles from './packages.module.css'

interface Props {
  rows: PackageRow[]
  /** Null: one list. */
  groups: PackageGroup[] | null
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
}

const COLUMNS: { id: SortColumn; title: string; isNumber?: boolean }[] = [
  { id: 'name', title: 'Package' },
  { id: 'items', title: 'Items' },
  { id: 'paid', title: 'Paid' },
  { id: 'price', title: 'Price', isNumber: true },
  { id: 'expires', title: 'Expires' },
  { id: 'clientsNow', title: 'Clients now', isNumber: true },
  { id: 'sold', title: 'Sold', isNumber: true },
]

export function PackagesTable({ rows, groups, search, onChange }: Props) {
  const [folded, setFolded] = useState<readonly (number | null)[]>([])
  const toggle = (id: number | null) => setFolded((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]))

  /** Numbers start with the largest, words with A; a third click gives the practice's own order back. */
  function sortBy(column: (typeof COLUMNS)[number]) {
    const first = column.isNumber === true
    const now = search.sort === column.id ? search.descending === true : null
    if (now === null) onChange({ sort: column.id, descending: first || undefined })
    else if (now === first) onChange({ sort: column.id, descending: !first || undefined })
    else onChange({ sort: undefined, descending: undefined })
  }

  return (
    <Card flush className={styles.card}>
      <table className={styles.table} aria-label="Packages">
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const isSorted = search.sort === column.id
              const Arrow = search.descending ? IconArrowDown : IconArrowUp
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-column={column.id}
                  className={column.isNumber ? styles.number : undefined}
                  aria-sort={isSorted ? (search.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
                    {column.title}
                    {isSorted && <Arrow size={13} aria-hidden />}
                  </button>
                </th>
              )
            })}
            <th className={styles.menuColumn}>
              <span className={styles.hidden}>Actions</span>
            </th>
          </tr>
        </thead>
        {groups ? (
          groups.map((group) => (
            <tbody key={group.categoryId}>
              <GroupHeader
                group={group}
                folded={folded.includes(group.categoryId)}
                columns={COLUMNS.length + 1}
                onToggle={() => toggle(group.categoryId)}
              />
              {!folded.includes(group.categoryId) && group.rows.map((row) => <PackageTableRow key={row.id} row={row} />)}
            </tbody>
          ))
        ) : (
          <tbody>
            {rows.map((row) => (
              <PackageTableRow key={row.id} row={row} />
            ))}
          </tbody>
        )}
      </table>
    </Card>
  )
}
