// The fields of an appointment, for booking and for editing one.

import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fullName } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { DayInput } from '../../components/day-input.tsx'
import { IdSelect } from '../../components/id-select.tsx'
import { TimeRange } from '../../components/time-range.tsx'
import { useCan, usePerson } from '../../components/use-can.ts'
import { hintFor, isGiven } from './booking.ts'
import classes from './booking.module.css'
import { focusWhenShown } from '../../components/focus-when-shown.ts'
import { PaidBy } from './paid-by.tsx'
import type { Booking } from './use-booking.ts'

/** Choices that are in the page from the start: Enter right after typing must find them. */
const AT_ONCE = { keepMounted: true, shadow: 'md', radius: 'md' }

export function BookingFields({ booking }: { booking: Booking }) {
  const { form, services, available, chosen } = booking
  const { values, errors } = form
  const staff = useQuery(api.staff.list.queryOptions())
  const grant = useCan()('appointments.book')
  const me = usePerson()
  const [noteOpen, setNoteOpen] = useState(false)
  const service = services.find((s) => s.id === values.serviceId)
  const practitioners = (staff.data ?? []).filter(
    (s) => s.isPractitioner && (s.active || s.id === values.practitionerId) && (grant !== 'own' || s.id === me.id),
  )

  return (
    <>
      <div className={classes.pair}>
        <IdSelect
          label="Service"
          placeholder="Choose"
          searchable
          selectFirstOptionOnChange
          comboboxProps={AT_ONCE}
          nothingFoundMessage="No such service"
          options={services.filter((s) => s.id === values.serviceId || (s.active && isGiven(s, values.practitionerId)))}
          value={values.serviceId}
          onChange={booking.setService}
          error={errors['serviceId']}
        />
        <IdSelect
          label="Practitioner"
          placeholder="Choose"
          searchable
          selectFirstOptionOnChange
          comboboxProps={AT_ONCE}
          nothingFoundMessage="Nobody of that name"
          options={practitioners.map(({ id, name }) => ({ id, name, disabled: service !== undefined && !isGiven(service, id) }))}
          value={values.practitionerId}
          onChange={booking.setPractitioner}
          error={errors['practitionerId']}
        />
      </div>
      <div className={classes.pair} data-wide-first>
        <DayInput label="Date" weekday value={values.day} onChange={(day) => booking.change({ day })} error={errors['day']} />
        <TimeRange from={values.from} to={values.to} onFrom={booking.setFrom} onTo={booking.setTo} error={errors['from']} />
      </div>
      {available && values.client && (
        <div className={classes.paidBy} data-waiting={booking.isStale || undefined}>
          <PaidBy
            available={available}
            client={fullName(values.client)}
            chosen={chosen}
            onChange={(item) => booking.change({ item })}
            hint={hintFor(available.options, fullName(values.client), service?.name ?? '')}
            error={errors['item']}
          />
        </div>
      )}
      {noteOpen || values.note !== '' ? (
        <Textarea
          label="Note"
          autosize
          minRows={2}
          maxRows={6}
          dir="auto"
          value={values.note}
          onChange={(event) => {
            setNoteOpen(true) // also when it is emptied
            booking.change({ note: event.currentTarget.value })
          }}
          error={errors['note']}
          {...(values.note === '' ? { ref: focusWhenShown } : {})}
        />
      ) : (
        <Button
          className={classes.more}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setNoteOpen(true)}
        >
          Note
        </Button>
      )}
    </>
  )
}
