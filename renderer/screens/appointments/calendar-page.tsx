// The calendar: a day with practitioners as columns, or a week of one of them, and beside it the drawer
// where one appointment is booked, opened or ended. What is shown and open stands in the address.

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { dayOf } from '../../../shared/dates.ts'
import { api } from '../../api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { IdSelect } from '../../components/id-select.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useCan, usePerson } from '../../components/use-can.ts'
import { useClock } from '../../components/use-clock.ts'
import { addDays } from '../../../shared/dates.ts'
import { AppointmentDrawers } from './appointment-drawers.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import classes from './calendar-page.module.css'
import type { BookingGhost } from './booking.ts'
import { dayHeading } from './calendar-words.ts'
import { PeopleFilter } from './people-filter.tsx'
import { useCalendarDays } from './use-calendar-days.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useCalendarSearch } from './use-calendar-search.ts'
import { useShownPeople } from './use-shown-people.ts'

export function CalendarPage() {
  const { today } = useClock()
  const search = useCalendarSearch()
  const { day, view, range } = search
  const can = useCan()
  const me = usePerson()
  const days = useCalendarDays(range.from, range.days)
  useQuery(api.catalog.listServices.queryOptions()) // read ahead: booking must open without waiting
  const people = useShownPeople(days.data, search.people)
  const [ghost, setGhost] = useState<BookingGhost | null>(null)
  const [focusOn, setFocusOn] = useState<{ id: number } | null>(null)

  const columns = days.data?.columns ?? []
  const weekOf = columns.find((c) => c.id === (search.practitioner ?? me.id)) ?? columns[0]
  const onBook =
    can('appointments.book') && columns.length > 0
      ? () => search.openBooking('new', { practitionerId: view === 'week' ? (weekOf?.id ?? null) : null, startsAt: null, endsAt: null })
      : null

  useCalendarKeys({ onBook, onToday: () => search.showDay(today), onStep: (by) => search.showDay(addDays(day, by * range.days)) })
  useEffect(() => {
    document.title = `${dayHeading(day, today)} · Tenpack`
  }, [day, today])

  return (
    <div className={classes.page}>
      <CalendarBar day={day} today={today} view={view} onDay={search.showDay} onBook={onBook}>
        {view === 'day' && columns.length > 1 && (
          <PeopleFilter practitioners={columns} shown={people.shown} byItself={search.people === undefined} onChange={search.showPeople} />
        )}
        {view === 'week' && weekOf && (
          <IdSelect
            aria-label="Practitioner"
            className={classes.whose}
            options={columns}
            value={weekOf.id}
            onChange={(id) => id !== null && search.showWeekOf(id)}
          />
        )}
      </CalendarBar>
      <div className={classes.area}>
        <QueryState
          query={days}
          isEmpty={(data) => data.columns.length === 0}
          empty={<NoPractitioners mayAdd={can('staff.edit') !== undefined} />}
        >
          {(data) => (
            <CalendarGrid
              days={data}
              waiting={days.isPlaceholderData}
              shown={people.shown}
              hasHours={people.hasHours}
              weekOf={weekOf?.id ?? 0}
              search={search}
              ghost={ghost}
              focusOn={focusOn}
            />
          )}
        </QueryState>
      </div>
      <AppointmentDrawers
        search={search}
        onGhost={setGhost}
        onLeft={(id) => setFocusOn({ id })}
        onBooked={({ id, startsAt }) => {
          setFocusOn({ id })
          if (view === 'day' ? dayOf(startsAt) !== day : dayOf(startsAt) < range.from || dayOf(startsAt) >= addDays(range.from, 7))
            search.showDay(dayOf(startsAt))
        }}
      />
    </div>
  )
}

function NoPractitioners({ mayAdd }: { mayAdd: boolean }) {
  return (
    <EmptyState
      title="No practitioners yet."
      action={
        mayAdd && (
          <Button component={Link} to="/settings/$section" params={{ section: 'staff' } as never}>
            Add a practitioner
          </Button>
        )
      }
    >
      Each practitioner is a column of the calendar.{' '}
      {mayAdd ? 'Add the first one in Settings, with their working hours.' : 'The owner or an administrator adds them in Settings.'}
    </EmptyState>
  )
}
