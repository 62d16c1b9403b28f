// The one drawer beside the calendar: booking, an appointment, editing it, or ending it, as the address says.

import { useQuery } from '@tanstack/react-query'
import type { LocalDateTime } from '../../../shared/dates.ts'
import { api } from '../../api.ts'
import { QueryState } from '../../components/query-state.tsx'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { AppointmentDrawer } from './appointment-drawer.tsx'
import { BookDrawer } from './book-drawer.tsx'
import type { BookingGhost } from './booking.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { EndingDrawer } from './ending-drawer.tsx'
import type { CalendarSearchState } from './use-calendar-search.ts'

interface AppointmentDrawersProps {
  search: CalendarSearchState
  onGhost: (ghost: BookingGhost | null) => void
  /** Booked or moved: the calendar goes there. */
  onBooked: (booked: { id: number; startsAt: LocalDateTime }) => void
  /** Closed: the keys go on at this appointment. */
  onLeft: (id: number) => void
}

export function AppointmentDrawers({ search, onGhost, onBooked, onLeft }: AppointmentDrawersProps) {
  const { book, appointment } = search
  if (book !== undefined) {
    return (
      <BookDrawer
        search={search}
        onGhost={onGhost}
        onBooked={(booked) => {
          search.close()
          onBooked(booked)
        }}
      />
    )
  }
  if (appointment === undefined) return null
  return (
    <OneAppointment
      key={appointment}
      id={appointment}
      search={search}
      onGhost={onGhost}
      onBooked={onBooked}
      onClose={() => {
        search.close()
        onLeft(appointment)
      }}
    />
  )
}

interface OneAppointmentProps extends Omit<AppointmentDrawersProps, 'onLeft'> {
  id: number
  onClose: () => void
}

function OneAppointment({ id, search, onGhost, onBooked, onClose }: OneAppointmentProps) {
  const query = useQuery(api.appointments.get.queryOptions({ input: { id } }))
  const back = search.backToAppointment
  if (!query.data) {
    return (
      <SideDrawer title="Appointment" opened onClose={onClose}>
        <QueryState query={query}>{() => null}</QueryState>
      </SideDrawer>
    )
  }
  const appointment = query.data
  if (search.doing === 'edit') {
    return (
      <EditDrawer
        appointment={appointment}
        onGhost={onGhost}
        onClose={back}
        onDone={(changed) => {
          back()
          onBooked(changed)
        }}
      />
    )
  }
  if (search.doing) return <EndingDrawer key={search.doing} appointment={appointment} how={search.doing} onBack={back} onDone={onClose} />
  return <AppointmentDrawer appointment={appointment} search={search} onClose={onClose} />
}
