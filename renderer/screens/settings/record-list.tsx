// One section of the settings that is a list: a table, and the drawer with the form of the row that is open.

import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import type { Permission } from '../../../shared/permissions.ts'
import { Card } from '../../components/card.tsx'
import { DrawerGuard } from '../../components/drawer-guard.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan } from '../../components/use-can.ts'
import { mayLeave } from '../../components/use-leave-guard.ts'
import { type Column, RecordTable } from './record-table.tsx'

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
  /** Marks what is kept but no longer offered; null: as usual. */
  offWords?: (row: Row) => string | null
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
  form,
  ...table
}: Props<Row>) {
  const may = useCan()(mayEdit) !== undefined
  const [openId, setOpenId] = useState<number | 'new' | null>(null)
  const guard = useRef<(() => boolean) | null>(null)
  const openRow = query.data?.find((row) => row.id === openId)
  const close = () => setOpenId(null)

  const open = async (id: number | 'new') => {
    const isDirty = guard.current
    if (id === openId || (isDirty && !(await mayLeave(isDirty)))) return
    setOpenId(id)
  }
  const newButton = may ? <Button onClick={() => void open('new')}>{newWords}</Button> : null
  const nothing = (
    <Card>
      <EmptyState title={empty} action={newButton}>
        {emptyMore}
      </EmptyState>
    </Card>
  )

  return (
    <Page>
      <PageHeader title={title} subtitle={subtitle} actions={newButton} />
      <QueryState query={query} empty={nothing}>
        {(rows) => (
          <RecordTable {...table} name={title} rows={rows} openId={openId} {...(may ? { onOpen: (id: number) => void open(id) } : {})} />
        )}
      </QueryState>
      <DrawerGuard value={guard}>
        {openId === 'new' ? form(null, close) : openRow ? <Keyed key={openRow.id}>{form(openRow, close)}</Keyed> : null}
      </DrawerGuard>
    </Page>
  )
}

/** Another row, another form: nothing typed for one may show up in the other. */
const Keyed = ({ children }: { children: ReactNode }) => children
