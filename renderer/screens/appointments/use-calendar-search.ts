// The address of the calendar: what is shown and what is open beside it. Everything here survives a reload and Back.

import { getRouteApi } from '@tanstack/react-router'
import { startOfWeek, type LocalDate, type LocalDateTime } from '../../../shared/dates.ts'
import { useClock } from '../../components/use-clock.ts'

const route = getRouteApi('/calendar')

/** A slot somebody chose: without an end, the service says how long. */
export interface ChosenSlot {
  practitionerId: number | null
  startsAt: LocalDateTime | null
  endsAt: LocalDateTime | null
}

const CLOSED = { appointment: undefined, doing: undefined, book: undefined, at: undefined, until: undefined }

export function useCalendarSearch() {
  const { today } = useClock()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const day = search.day ?? today
  const view = search.view ?? 'day'

  return {
    ...search,
    day,
    view,
    range: view === 'week' ? { from: startOfWeek(day), days: 7 } : { from: day, days: 1 },
    showDay: (to: LocalDate, as: 'day' | 'week' = view) =>
      void navigate({ search: (s) => ({ ...s, day: to === today ? undefined : to, view: as === 'week' ? 'week' : undefined }) }),
    showWeekOf: (practitioner: number) => void navigate({ search: (s) => ({ ...s, view: 'week', practitioner }) }),
    showPeople: (people: number[] | undefined) => void navigate({ search: (s) => ({ ...s, people }) }),
    openAppointment: (appointment: number, doing?: 'edit' | 'cancel' | 'noShow') =>
      void navigate({ search: (s) => ({ ...s, ...CLOSED, appointment, doing }) }),
    /** Back from editing or ending to the appointment itself. */
    backToAppointment: () => void navigate({ search: (s) => ({ ...s, doing: undefined }), replace: true }),
    openBooking: (client: number | 'new', slot: ChosenSlot) =>
      void navigate({
        search: (s) => ({
          ...s,
          ...CLOSED,
          book: client,
          practitioner: slot.practitionerId ?? s.practitioner,
          at: slot.startsAt ?? undefined,
          until: slot.endsAt ?? undefined,
        }),
        replace: search.book !== undefined,
      }),
    close: () => void navigate({ search: (s) => ({ ...s, ...CLOSED }) }),
  }
}

export type CalendarSearchState = ReturnType<typeof useCalendarSearch>
