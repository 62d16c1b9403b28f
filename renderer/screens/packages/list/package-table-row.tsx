// One package in the table. The whole row can be clicked; its name is the link that the keyboard and a screen reader find.
// Price and category are changed in their cells, by those who may.

import { useMergedRef } from '@mantine/hooks'
import { Link, useNavigate } from '@tanstack/react-router'
import { memo } from 'react'
import { ruleWords } from '../../../../shared/domain/expiry.ts'
import { formatNearDate } from '../../../../shared/format.ts'
import { DragHandle } from '../../../components/sortable/drag-handle.tsx'
import { useSortableRow } from '../../../components/sortable/use-sortable-row.ts'
import { ToneBadge } from '../../../components/state-badge.tsx'
import { moveByArrows, openByMouse } from '../../../components/list/list-rows.ts'
import { useCan } from '../../../components/use-can.ts'
import { useClock } from '../../../components/use-clock.ts'
import { CategoryCell } from './category-cell.tsx'
import { PackageMenu } from './package-menu.tsx'
import { itemWords, paidWords, type PackageRow } from '../../../components/package-words.ts'
import { rowKey } from './packages-order.ts'
import styles from './package-row.module.css'
import { PriceCell } from './price-cell.tsx'

interface Props {
  row: PackageRow
  /** Whether the table has a column for handles. */
  hasHandles: boolean
  /** Whether the list is arranged by hand now. */
  isMovable: boolean
  /** Which line of the table it is. */
  index: number
  measure: (element: Element | null) => void
}

/** The same row whether it can be moved or not: what is being typed in its cells stays when the list is sorted or filtered. */
export function PackageTableRow({ row, hasHandles, isMovable, index, measure }: Props) {
  const navigate = useNavigate()
  const place = useSortableRow(rowKey(row.id), { disabled: !isMovable })
  const ref = useMergedRef(place.row.ref, measure)
  const open = () => void navigate({ to: '/packages/$packageId', params: { packageId: String(row.id) } })
  return (
    <tr
      className={styles.row}
      data-quiet={row.deleted || !row.active || undefined}
      onClick={(event) => openByMouse(event, open)}
      onKeyDown={moveByArrows}
      {...place.row}
      ref={ref}
      data-index={index}
      data-line={rowKey(row.id)}
      aria-rowindex={index + 2}
    >
      {hasHandles && <td className={styles.handleCell}>{isMovable && <DragHandle name={row.name} handle={place.handle} />}</td>}
      <Cells row={row} />
    </tr>
  )
}

/** Drawn anew only when the package changed, and not with each step of one that is carried over it. */
const Cells = memo(function Cells({ row }: Pick<Props, 'row'>) {
  const { today } = useClock()
  const mayEdit = useCan()('packages.edit') !== undefined && !row.deleted
  const params = { packageId: String(row.id) }
  return (
    <>
      <td className={styles.name}>
        <Link to="/packages/$packageId" params={params} className={styles.link} data-row dir="auto">
          {row.name}
        </Link>
        {row.deleted ? <ToneBadge tone="bad">Deleted</ToneBadge> : !row.active && <ToneBadge>Inactive</ToneBadge>}
        {row.description && (
          <span className={styles.sub} dir="auto">
            {row.description}
          </span>
        )}
      </td>
      <td className={styles.category}>
        <CategoryCell row={row} mayEdit={mayEdit} />
      </td>
      <td className={styles.items}>
        {row.items.map((item, i) => (
          <span key={i} dir="auto">
            {itemWords(item)}
          </span>
        ))}
      </td>
      <td>{paidWords(row)}</td>
      <td data-number className={styles.price}>
        <PriceCell row={row} mayEdit={mayEdit} />
      </td>
      <td>{ruleWords(row.expiry)}</td>
      <td data-number>
        <Link
          to="/packages/$packageId/usage"
          params={params}
          className={styles.figure}
          aria-label={`${row.clientsNow} ${row.clientsNow === 1 ? 'has' : 'have'} ${row.name} now`}
        >
          {row.clientsNow}
        </Link>
      </td>
      <td data-number>{row.sold}</td>
      <td className={styles.short}>{row.lastSoldOn ? formatNearDate(row.lastSoldOn, today) : <span className={styles.none}>–</span>}</td>
      <td className={styles.menuCell}>
        <PackageMenu row={row} />
      </td>
    </>
  )
})
