// Which practitioners a day shows when nobody chose: those who work then or have appointments, and those without any
// hours entered; all of them when that is nobody.

import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { api } from '../../api.ts'
import type { Practitioner } from './calendar-columns.ts'
import type { TileData } from './calendar-words.ts'

export function useShownPeople(
  days: { columns: readonly Practitioner[]; tiles: readonly TileData[] } | undefined,
  chosen: readonly number[] | undefined,
) {
  const staff = useQuery({ ...api.staff.list.queryOptions(), staleTime: 60_000 })
  const withHours = useMemo(() => new Set((staff.data ?? []).filter((s) => s.hours.length > 0).map((s) => s.id)), [staff.data])
  const hasHours = useCallback((id: number) => withHours.has(id), [withHours])

  const shown = useMemo(() => {
    const { columns = [], tiles = [] } = days ?? {}
    const picked = columns.filter((c) => chosen?.includes(c.id))
    if (picked.length > 0) return picked.map((c) => c.id)
    const busy = new Set(tiles.map((t) => t.practitionerId))
    const inThen = columns.filter((c) => c.hours.length > 0 || busy.has(c.id) || !withHours.has(c.id))
    return (inThen.length > 0 ? inThen : columns).map((c) => c.id)
  }, [days, chosen, withHours])

  return { shown, hasHours }
}
