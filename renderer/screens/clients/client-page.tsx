// One client's page: who it is, what can be done for them, and their packages, appointments and invoices in tabs.
// The open tab is in the address; the side column stays beside all of them.

import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../api.ts'
import { Page } from '../../components/page.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { ClientProfile } from './client-profile.tsx'

const route = getRouteApi('/clients/$clientId')

export function ClientPage() {
  const id = Number(route.useParams().clientId)
  const client = useQuery(api.clients.get.queryOptions({ input: { id } }))

  return (
    <Page>
      <QueryState query={client}>{(found) => <ClientProfile key={found.id} client={found} />}</QueryState>
    </Page>
  )
}
