// Reads the days that are shown, and the ones next to them ahead of time. The answer carries its own range, so that
// while another day is on its way the grid still draws the one it has, whole.

import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { addDays, type LocalDate } from '../../../shared/dates.ts'
import { api, client } from '../../api.ts'

const daysOptions = (from: LocalDate, days: number) => {
  const input = { from, through: addDays(from, days - 1) }
  return queryOptions({
    queryKey: [...api.appointments.onDays.queryKey({ input }), 'ranged'],
    queryFn: async ({ signal }) => ({ from, days, ...(await client.appointments.onDays(input, { signal })) }),
  })
}

export function useCalendarDays(from: LocalDate, days: number) {
  const queryClient = useQueryClient()
  const query = useQuery({ ...daysOptions(from, days), placeholderData: keepPreviousData, refetchInterval: 60_000 })
  const { isSuccess, isPlaceholderData } = query
  useEffect(() => {
    if (!isSuccess || isPlaceholderData) return
    for (const next of [addDays(from, days), addDays(from, -days)]) void queryClient.prefetchQuery(daysOptions(next, days))
  }, [queryClient, from, days, isSuccess, isPlaceholderData])
  return query
}
