// One section of the settings that is a list: a table, and the drawer with the form of the row that is open.

import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Permission } from '../../../shared/permissions.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan } from '../../components/use-can.ts'
import styles from './settings.module.css'

interface Column<Row> {
  title: string
  isNumber?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  title: string
  subtitle: string
  newWords: string
  /** What an empty list says will be here. */
  empty: string
  emptyMore: string
  mayEdit: Permission
  query: UseQueryResult<Row[]>
  columns: readonly Column<Row>[]
  nameOf: (row: Row) => ReactNode
  isActive?: (row: Row) => boolean
  /** The form in the drawer; null: a new one. */
  form: (row: Row | null, close: () => void) => ReactNode
}

export function RecordList<Row extends { id: number }>({
  title,
  subtitle,
  newWords,
  empty,
  emptyMore,
  mayEdit,
  query,
  columns,
  nameOf,
  isActive,
  form,
}: Props<Row>) {
  const may = useCan()(mayEdit) !== undefined
  const [openId, setOpenId] = useState<number | 'new' | null>(null)
  const open = query.data?.find((row) => row.id === openId)
  const close = () => setOpenId(null)
  const newButton = may ? (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setOpenId('new')}>
      {newWords}
    </Button>
  ) : null

  return (
    <Page>
      <PageHeader title={title} subtitle={subtitle} actions={newButton} />
      <QueryState
        query={query}
        empty={
          <Card>
            <EmptyState title={empty} action={newButton}>
              {emptyMore}
            </EmptyState>
          </Card>
        }
      >
        {(rows) => (
          <Card flush>
            <table className={styles.table} aria-label={title}>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  {columns.map((column) => (
                    <th key={column.title} scope="col" data-number={column.isNumber || undefined}>
                      {column.title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr
                    key={row.id}
                    data-off={(isActive && !isActive(row)) || undefined}
                    data-on={row.id === openId || undefined}
                    data-open={may || undefined}
                    onClick={() => may && setOpenId(row.id)}
                  >
                    <td>
                      {may ? (
                        <button type="button" className={styles.rowName} onClick={() => setOpenId(row.id)}>
                          {nameOf(row)}
                        </button>
                      ) : (
                        <span className={styles.rowName}>{nameOf(row)}</span>
                      )}
                    </td>
                    {columns.map((column) => (
                      <td key={column.title} data-number={column.isNumber || undefined}>
                        {column.cell(row)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Card>
        )}
      </QueryState>
      {openId === 'new' ? form(null, close) : open ? <Open key={open.id}>{form(open, close)}</Open> : null}
    </Page>
  )
}

/** Another row, another form: nothing typed for one may show up in the other. */
const Open = ({ children }: { children: ReactNode }) => children
