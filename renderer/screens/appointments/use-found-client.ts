// A client who is named in the address, as the type-ahead would have found them, with the service they had last.

import { useQuery } from '@tanstack/react-query'
import { api, client as calls } from '../../api.ts'
import type { FoundClient } from '../../components/client-picker.tsx'

export function useFoundClient(id: number | null) {
  return useQuery({
    queryKey: [...api.clients.key(), 'found', id],
    queryFn: async ({ signal }): Promise<FoundClient | null> => {
      if (id === null) return null
      const [person, visits] = await Promise.all([
        calls.clients.get({ id }, { signal }),
        calls.appointments.ofClient({ clientId: id }, { signal }),
      ])
      const last = visits
        .filter((v) => !v.deleted)
        .reduce<(typeof visits)[number] | null>((a, b) => (a === null || b.startsAt > a.startsAt ? b : a), null)
      return { ...person, visits: person.counts.appointments, lastVisitOn: null, lastServiceId: last?.serviceId ?? null }
    },
  })
}
