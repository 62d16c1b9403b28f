// The columns and tiles of the days in sight: practitioners side by side, or the days of one practitioner's week.

import { useMemo } from 'react'
import { dayOf, type LocalDate } from '../../../shared/dates.ts'
import { isOpen } from '../../../shared/domain/appointments.ts'
import type { GridColumn, GridTile } from '../../components/day-grid/types.ts'
import { useCan, usePerson } from '../../components/use-can.ts'
import { useClock } from '../../components/use-clock.ts'
import { columnsOfDay, columnsOfWeek, gridTile, type Practitioner } from './calendar-columns.ts'
import type { TileData } from './calendar-words.ts'
import tones from './tones.module.css'

export interface ShownDays {
  from: LocalDate
  /** 1 or 7. */
  days: number
  columns: readonly Practitioner[]
  tiles: readonly TileData[]
}

interface Chosen {
  shown: readonly number[]
  weekOf: number
  hasHours: (practitionerId: number) => boolean
}

export function useGridContent(
  days: ShownDays,
  { shown, weekOf, hasHours }: Chosen,
): { columns: GridColumn[]; tiles: GridTile<TileData>[] } {
  const { today } = useClock()
  const { id: myId } = usePerson()
  const grant = useCan()('appointments.book')

  return useMemo(() => {
    const mayBook = (id: number) => grant === 'all' || (grant === 'own' && id === myId)
    const asked = { today, mayBook, hasHours }
    const tileIn = (column: string, t: TileData) =>
      gridTile(t, column, tones[t.status] ?? '', isOpen(t.status) && mayBook(t.practitionerId))

    if (days.days > 1) {
      const whose = days.columns.find((c) => c.id === weekOf)
      const tiles = days.tiles.filter((t) => t.practitionerId === weekOf)
      return { columns: whose ? columnsOfWeek(whose, tiles, days.from, asked) : [], tiles: tiles.map((t) => tileIn(dayOf(t.startsAt), t)) }
    }
    // A practitioner's own column stands first; at the desk the order stays.
    const people = days.columns.filter((c) => shown.includes(c.id)).toSorted((a, b) => Number(b.id === myId) - Number(a.id === myId))
    const tiles = days.tiles.filter((t) => shown.includes(t.practitionerId))
    return { columns: columnsOfDay(people, tiles, days.from, asked), tiles: tiles.map((t) => tileIn(String(t.practitionerId), t)) }
  }, [days, shown, hasHours, weekOf, grant, myId, today])
}
