// A client who is named in the address, as the type-ahead would have found them: visits so far, and the service they had last.

import { skipToken, useQuery } from '@tanstack/react-query'
import { dayOf, type LocalDateTime } from '../../../shared/dates.ts'
import { isEnding } from '../../../shared/domain/appointments.ts'
import { api, client as calls } from '../../api.ts'
import type { FoundClient } from '../../components/client-picker.tsx'
import { useClock } from '../../components/use-clock.ts'

export function useFoundClient(id: number | null) {
  const { now } = useClock()
  return useQuery({
    queryKey: [...api.clients.key(), 'found', id],
    queryFn: id === null ? skipToken : ({ signal }) => findClient(id, now, signal),
  })
}

async function findClient(id: number, now: LocalDateTime, signal: AbortSignal): Promise<FoundClient> {
  const [person, all] = await Promise.all([
    calls.clients.get({ id }, { signal }),
    calls.appointments.ofClient({ clientId: id }, { signal }),
  ])
  const visits = all
    .filter((v) => v.clientId === id && !v.deleted && !isEnding(v.status))
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const been = visits.filter((v) => v.startsAt <= now)
  const last = been.at(-1)
  return {
    ...person,
    visits: been.length,
    lastVisitOn: last ? dayOf(last.startsAt) : null,
    lastServiceId: (last ?? visits[0])?.serviceId ?? null,
  }
}
