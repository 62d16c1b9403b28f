// Books an appointment. The slot comes from the calendar, the client by a few letters; Enter books.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { addMinutes, dayOf, type LocalDateTime, timeOf } from '../../../shared/dates.ts'
import { formatMoney, formatNearDate, fullName, plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { ClientPicker, type FoundClient } from '../../components/client-picker.tsx'
import { DraftOffer } from '../../components/draft-offer.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { useCan, usePerson } from '../../components/use-can.ts'
import { useClock } from '../../components/use-clock.ts'
import { useDraft } from '../../components/use-draft.ts'
import {
  type BookingGhost,
  type BookingValues,
  endAfter,
  type OfferedService,
  onlyPractitioner,
  serviceFor,
  slotOfValues,
} from './booking.ts'
import { BookingFields } from './booking-fields.tsx'
import { BookingFoot } from './booking-foot.tsx'
import classes from './booking.module.css'
import { bookedWords, timeRange } from './calendar-words.ts'
import { NewClient } from './new-client.tsx'
import { useAppointmentCommands } from './use-appointment-commands.ts'
import { useBooking } from './use-booking.ts'
import type { CalendarSearchState } from './use-calendar-search.ts'
import { useFoundClient } from './use-found-client.ts'

interface BookDrawerProps {
  search: CalendarSearchState
  onGhost: (ghost: BookingGhost | null) => void
  onBooked: (booked: { id: number; startsAt: LocalDateTime }) => void
}

export function BookDrawer({ search, onGhost, onBooked }: BookDrawerProps) {
  const id = typeof search.book === 'number' ? search.book : null
  const named = useFoundClient(id)
  const services = useQuery(api.catalog.listServices.queryOptions())
  const staff = useQuery(api.staff.list.queryOptions())
  const client = id === null ? null : named.data
  if (client !== undefined && services.data && staff.data) {
    const shared = { services: services.data, onlyPractitionerId: onlyPractitioner(staff.data), search, onGhost, onBooked }
    return <BookForm key={search.book} client={client} {...shared} />
  }
  return (
    <SideDrawer title="Book appointment" opened onClose={search.close}>
      <QueryState query={services}>
        {() => <QueryState query={staff}>{() => <QueryState query={named}>{() => null}</QueryState>}</QueryState>}
      </QueryState>
    </SideDrawer>
  )
}

interface BookFormProps extends BookDrawerProps {
  client: FoundClient | null
  services: readonly OfferedService[]
  onlyPractitionerId: number | null
}

function BookForm({ client, services, onlyPractitionerId, search, onGhost, onBooked }: BookFormProps) {
  const me = usePerson()
  const grant = useCan()('appointments.book')
  const { today } = useClock()
  const formId = useId()
  const submitButton = useRef<HTMLButtonElement>(null)
  const fields = useRef<HTMLDivElement>(null)
  const commands = useAppointmentCommands()
  const book = useMutation(api.appointments.book.mutationOptions())
  const [person, setPerson] = useState(client)
  const [making, setMaking] = useState<string | null>(null)
  const [justChosen, setJustChosen] = useState(client !== null)

  const slot = { practitionerId: search.practitioner ?? (grant === 'own' ? me.id : onlyPractitionerId), at: search.at, until: search.until }
  const booking = useBooking({
    initial: initialOf(client, services, slot, search.day),
    lengthChosen: slot.until !== undefined,
    appointmentId: null,
    send: async (input) => {
      const made = await book.mutateAsync(input)
      notifyDone(bookedWords(made, today), { undo: () => void commands.remove(made.id) })
      onBooked(made)
    },
  })
  const { values } = booking.form
  const draft = useDraft({
    form: 'booking',
    values: { values, person },
    isDirty: booking.form.isDirty(),
    restore: (before) => {
      booking.change(before.values)
      setPerson(before.person)
    },
  })
  useTakenSlot(slot, booking)
  useGhost(values, onGhost)

  // After the client is chosen, Enter must book: the focus goes on to the button, or to what is still open.
  const { available, chosen, isStale } = booking
  useEffect(() => {
    if (!justChosen || !values.client) return
    const missing =
      values.serviceId === null
        ? 'input[aria-haspopup]'
        : available && !isStale && chosen === undefined
          ? 'input[type=radio]:not(:disabled)'
          : null
    if (missing !== null) fields.current?.querySelector<HTMLElement>(missing)?.focus()
    else if (available && !isStale) submitButton.current?.focus()
    else return
    setJustChosen(false)
  }, [justChosen, values.client, values.serviceId, available, isStale, chosen])

  const choose = (found: FoundClient | null) => {
    setPerson(found)
    setMaking(null)
    setJustChosen(found !== null)
    booking.setClient(found)
  }

  return (
    <SideDrawer
      title="Book appointment"
      opened
      onClose={search.close}
      footer={
        <BookingFoot
          booking={booking}
          formId={formId}
          submitRef={submitButton}
          label={bookLabel(booking.fee, booking.available?.currency ?? '')}
        />
      }
    >
      <form id={formId} className={classes.fields} noValidate onSubmit={booking.onSubmit}>
        <DraftOffer draft={draft} />
        {making === null ? (
          <div>
            <ClientPicker value={person} onChange={choose} onCreate={setMaking} error={booking.form.errors['client']} autoFocus />
            {person && person.visits > 0 && <p className={classes.facts}>{factsOf(person, today)}</p>}
          </div>
        ) : (
          <NewClient typed={making} onMade={choose} onCancel={() => setMaking(null)} />
        )}
        <div className={classes.fields} ref={fields}>
          <BookingFields booking={booking} />
        </div>
      </form>
    </SideDrawer>
  )
}

const bookLabel = (fee: number | null, currency: string): string =>
  fee === null ? 'Book' : fee === 0 ? 'Book · nothing to pay' : `Book · ${formatMoney(fee, currency)}`

function factsOf({ visits, lastVisitOn }: FoundClient, today: Parameters<typeof formatNearDate>[1]): string {
  return [plural(visits, 'visit'), lastVisitOn && `last ${formatNearDate(lastVisitOn, today)}`].filter(Boolean).join(' · ')
}

interface TakenSlot {
  practitionerId: number | null
  at: LocalDateTime | undefined
  until: LocalDateTime | undefined
}

function initialOf(client: FoundClient | null, services: readonly OfferedService[], slot: TakenSlot, day: string): BookingValues {
  const serviceId = client ? serviceFor(client.lastServiceId, slot.practitionerId, services) : null
  const minutes = services.find((s) => s.id === serviceId)?.durationMinutes
  const from = slot.at ? timeOf(slot.at) : ''
  const to = slot.until ? timeOf(slot.until) : minutes ? endAfter(from, minutes) : ''
  return {
    client,
    serviceId,
    practitionerId: slot.practitionerId,
    day: slot.at ? dayOf(slot.at) : day,
    from,
    to,
    item: undefined,
    note: '',
  }
}

/** Another slot was chosen on the calendar while the drawer is open: the form moves there, all else stays. */
function useTakenSlot({ practitionerId, at, until }: TakenSlot, { takeSlot }: ReturnType<typeof useBooking>): void {
  const seen = useRef({ practitionerId, at, until })
  useEffect(() => {
    const before = seen.current
    if (before.practitionerId === practitionerId && before.at === at && before.until === until) return
    seen.current = { practitionerId, at, until }
    if (at) takeSlot({ practitionerId, at, until: until ?? null })
  }, [practitionerId, at, until, takeSlot])
}

const UNKNOWN_LENGTH_MINUTES = 30

/** Shows the slot in the grid, also before the service says how long it is. */
function useGhost({ practitionerId, day, from, to, client }: BookingValues, onGhost: BookDrawerProps['onGhost']): void {
  const slot = slotOfValues({ day, from, to: to || endAfter(from, UNKNOWN_LENGTH_MINUTES) })
  const { startsAt, endsAt } = slot ?? {}
  const subtitle = client ? fullName(client) : ''
  useEffect(() => {
    const known = practitionerId !== null && startsAt !== undefined && endsAt !== undefined
    onGhost(
      known
        ? {
            practitionerId,
            startsAt,
            endsAt: endsAt > startsAt ? endsAt : addMinutes(startsAt, UNKNOWN_LENGTH_MINUTES),
            title: timeRange(startsAt, endsAt),
            subtitle,
          }
        : null,
    )
  }, [practitionerId, startsAt, endsAt, subtitle, onGhost])
  useEffect(() => () => onGhost(null), [onGhost])
}
