// The table of packages. A row opens its editor; a group's header folds it away; where the list stands in the practice's own
// order, handles move the rows. Only what is near the screen is drawn, and empty rows hold the place of the rest.

import { VisuallyHidden } from '@mantine/core'
import { type FocusEvent, type PointerEvent, useCallback, useRef } from 'react'
import { Card } from '../../../components/card.tsx'
import { SortHead, sortedOf } from '../../../components/list/sort-head.tsx'
import { useVirtualRows } from '../../../components/list/use-virtual-rows.ts'
import { useCan } from '../../../components/use-can.ts'
import { bodiesOf, drawnOf, StayContext, useStaying } from './drawn-lines.ts'
import { GroupHeader } from './group-header.tsx'
import { PackageTableRow } from './package-table-row.tsx'
import type { PackagesSearch, SortColumn } from './packages-search.ts'
import { heightOfLine, type Line } from './table-lines.ts'
import styles from './packages-table.module.css'

interface Props {
  lines: readonly Line[]
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

export function PackagesTable({ lines, folded, onFold, search, onChange, isArrangeable }: Props) {
  const mayEdit = useCan()('packages.edit') !== undefined
  const head = useRef<HTMLTableSectionElement>(null)
  const keyOf = useCallback((index: number) => lines[index]?.key ?? index, [lines])
  const heightOf = useCallback((index: number) => (lines[index] ? heightOfLine(lines[index]) : 0), [lines])
  const { virtual, above } = useVirtualRows({ head, count: lines.length, keyOf, heightOf })
  const { stay, touch, staying } = useStaying()
  const drawn = drawnOf(lines, virtual.getVirtualIndexes(), staying)
  const bodies = bodiesOf(lines, drawn, virtual.measurementsCache, above + virtual.getTotalSize())
  const width = COLUMNS.length + 1 + (mayEdit ? 1 : 0)
  const noteTouched = ({ target }: FocusEvent | PointerEvent) => {
    const key = target instanceof Element ? target.closest('tr')?.dataset['line'] : undefined
    if (key !== undefined) touch(key)
  }

  /** Numbers and days start with the largest, words with A; a third click gives the practice's own order back. */
  function sortBy({ id, isNumber = false, lastFirst = isNumber }: (typeof COLUMNS)[number]) {
    const now = search.sort === id ? search.descending === true : null
    if (now === null) onChange({ sort: id, descending: lastFirst || undefined })
    else if (now === lastFirst) onChange({ sort: id, descending: !lastFirst || undefined })
    else onChange({ sort: undefined, descending: undefined })
  }

  return (
    <StayContext value={stay}>
      <Card flush>
        <div className={styles.room}>
          <div className={styles.list}>
            <table
              className={styles.table}
              aria-label="Packages"
              aria-rowcount={lines.length + 1}
              onFocus={noteTouched}
              onPointerDown={noteTouched}
            >
              <thead ref={head}>
                <tr aria-rowindex={1}>
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
              {bodies.map(({ key, parts, rest }) => (
                <tbody key={key}>
                  {parts.map(({ index, line, gap }) => {
                    const place = { index, measure: virtual.measureElement }
                    const shown = line.row ? (
                      <PackageTableRow key={line.key} row={line.row} hasHandles={mayEdit} isMovable={isArrangeable} {...place} />
                    ) : (
                      <GroupHeader
                        key={line.key}
                        group={line.group}
                        folded={folded.includes(line.group.categoryId)}
                        columns={width}
                        onToggle={() => onFold(line.group.categoryId)}
                        isMovable={isArrangeable}
                        {...place}
                      />
                    )
                    return gap > 0 ? [<Gap key={`before ${line.key}`} height={gap} />, shown] : shown
                  })}
                  {rest > 0 && <Gap height={rest} />}
                </tbody>
              ))}
            </table>
          </div>
        </div>
      </Card>
    </StayContext>
  )
}

/** Holds the place of rows that are not drawn. */
const Gap = ({ height }: { height: number }) => <tr aria-hidden style={{ height }} />
