// Edits an appointment with the same fields that booked it, the client too: then its package is chosen anew.

import { Button } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { dayOf, type LocalDateTime, timeOf } from '../../../shared/dates.ts'
import { api } from '../../api.ts'
import { ClientPicker, type FoundClient } from '../../components/client-picker.tsx'
import { MeanwhileNotice } from '../../components/meanwhile-notice.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { useMeanwhile } from '../../components/use-meanwhile.ts'
import { useClientWords } from '../../components/use-practice.ts'
import type { AppointmentData } from './appointment-data.ts'
import { type BookingGhost, type BookingValues, slotOfValues } from './booking.ts'
import { BookingFields } from './booking-fields.tsx'
import { BookingFoot } from './booking-foot.tsx'
import classes from './booking.module.css'
import { changedWords, timeRange } from './calendar-words.ts'
import { useBooking } from './use-booking.ts'
import { useChange } from './use-change.ts'

interface EditDrawerProps {
  appointment: AppointmentData
  onGhost: (ghost: BookingGhost | null) => void
  onClose: () => void
  onDone: (changed: { id: number; startsAt: LocalDateTime }) => void
}

const initialOf = ({
  mark,
  clientId,
  clientName,
  serviceId,
  practitionerId,
  startsAt,
  endsAt,
  session,
  note,
}: AppointmentData): BookingValues => ({
  mark,
  client: { id: clientId, givenName: clientName, familyName: '' },
  serviceId,
  practitionerId,
  day: dayOf(startsAt),
  from: timeOf(startsAt),
  to: timeOf(endsAt),
  item: session?.clientPackageItemId ?? null,
  note,
})

export function EditDrawer({ appointment, onGhost, onClose, onDone }: EditDrawerProps) {
  const formId = useId()
  const words = useClientWords()
  const edit = useMutation(api.appointments.edit.mutationOptions())
  const { undo } = useChange()
  const booking = useBooking({
    initial: initialOf(appointment),
    lengthChosen: true,
    appointmentId: appointment.id,
    send: async (input, mark = '') => {
      const changed = await edit.mutateAsync({ ...input, id: appointment.id, mark })
      notifyDone(changedWords(appointment, changed), { undo: () => void undo(appointment, changed) })
      onDone(changed)
    },
  })
  const meanwhile = useMeanwhile(booking.form, initialOf(appointment))
  const [changesClient, setChangesClient] = useState(false)
  const [person, setPerson] = useState<FoundClient | null>(null)
  const choose = (found: FoundClient | null) => {
    setPerson(found)
    if (found) booking.change({ client: found, item: undefined })
  }
  const { values } = booking.form
  const slot = slotOfValues(values)
  const { startsAt, endsAt } = slot ?? {}
  const isMoved = startsAt !== appointment.startsAt || endsAt !== appointment.endsAt || values.practitionerId !== appointment.practitionerId
  const { practitionerId } = values

  useEffect(() => {
    const shown = isMoved && startsAt && endsAt && practitionerId !== null
    onGhost(shown ? { practitionerId, startsAt, endsAt, title: timeRange(startsAt, endsAt), subtitle: appointment.clientName } : null)
  }, [isMoved, startsAt, endsAt, practitionerId, appointment.clientName, onGhost])
  useEffect(() => () => onGhost(null), [onGhost])

  return (
    <SideDrawer
      title={
        <>
          Edit · <bdi>{appointment.clientName}</bdi>
        </>
      }
      opened
      onClose={onClose}
      footer={<BookingFoot booking={booking} formId={formId} label="Save" />}
    >
      <form id={formId} className={classes.fields} noValidate onSubmit={booking.onSubmit}>
        <MeanwhileNotice meanwhile={meanwhile} />
        {changesClient && <ClientPicker value={person} onChange={choose} error={booking.form.errors['client']} autoFocus />}
        <BookingFields booking={booking} />
        {!changesClient && (
          <Button
            className={classes.more}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconUser size={14} aria-hidden />}
            onClick={() => setChangesClient(true)}
          >
            For another {words.one}
          </Button>
        )}
      </form>
    </SideDrawer>
  )
}
