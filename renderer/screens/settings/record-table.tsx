// The table of a section. A click anywhere opens the row; its name is what keyboard and screen reader find.

import type { ReactNode } from 'react'
import { Card } from '../../components/card.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { ListTable } from '../../components/list/list-table.tsx'
import styles from './settings.module.css'

export interface Column<Row> {
  title: string
  isNumber?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  name: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  nameOf: (row: Row) => ReactNode
  offWords?: (row: Row) => string | null
  openId: number | 'new' | null
  /** Absent: the person may only look. */
  onOpen?: (id: number) => void
}

export function RecordTable<Row extends { id: number }>({ name, rows, columns, nameOf, offWords, openId, onOpen }: Props<Row>) {
  return (
    <Card flush>
      <ListTable label={name}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" data-number={isNumber || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const off = offWords?.(row) ?? null
            return (
              <tr
                key={row.id}
                data-off={off !== null || undefined}
                data-on={row.id === openId || undefined}
                data-open={onOpen !== undefined || undefined}
                onClick={() => onOpen?.(row.id)}
              >
                <td>
                  <span className={styles.name}>
                    {onOpen ? (
                      <button type="button" className={styles.rowName}>
                        {nameOf(row)}
                      </button>
                    ) : (
                      <span className={styles.rowName}>{nameOf(row)}</span>
                    )}
                    {off === null ? null : <ToneBadge>{off}</ToneBadge>}
                  </span>
                </td>
                {columns.map(({ title, isNumber, cell }) => (
                  <td key={title} data-number={isNumber || undefined}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </ListTable>
    </Card>
  )
}
