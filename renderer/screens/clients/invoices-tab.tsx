// Every invoice that one client pays, or that somebody else pays for them, with what is still due and the way to take it.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { InvoicesTable } from './invoices-table.tsx'
import { Pager } from '../../components/list/pager.tsx'

const PAGE_SIZE = 50

export function InvoicesTab({ clientId }: { clientId: number }) {
  const [page, setPage] = useState(1)
  const invoices = useQuery(
    api.invoices.list.queryOptions({ input: { search: '', clientId, forThem: true, states: [], page, pageSize: PAGE_SIZE } }),
  )

  return (
    <QueryState
      query={invoices}
      isEmpty={({ total }) => total === 0}
      empty={
        <Card>
          <EmptyState title="No invoices yet">An invoice is made by selling a package, and with each appointment.</EmptyState>
        </Card>
      }
    >
      {({ rows, total }) => (
        <>
          <Card flush>
            <InvoicesTable rows={rows} label="Invoices" clientId={clientId} />
          </Card>
          <Pager page={page} pageSize={PAGE_SIZE} total={total} onPage={setPage} />
        </>
      )}
    </QueryState>
  )
}
