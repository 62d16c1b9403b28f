// Every appointment of one client, the latest first, those ahead on top.

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { AppointmentsTable } from './appointments-table.tsx'
import { latestFirst } from './client-order.ts'
import type { MayDo } from './client-types.ts'

export function AppointmentsTab({ clientId, onBook }: { clientId: number; onBook: MayDo }) {
  const appointments = useQuery({ ...api.appointments.ofClient.queryOptions({ input: { clientId } }), select: latestFirst })

  return (
    <Card flush>
      <QueryState
        query={appointments}
        empty={
          <EmptyState title="No appointments yet" action={onBook && <Button onClick={onBook}>Book</Button>}>
            Every visit is listed here with its service, its practitioner and its invoice.
          </EmptyState>
        }
      >
        {(rows) => <AppointmentsTable rows={rows} label="Appointments" clientId={clientId} />}
      </QueryState>
    </Card>
  )
}
