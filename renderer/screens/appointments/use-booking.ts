// The form that books or edits an appointment: its values, what the client's packages offer for them, and sending it.
// A warning (outside hours, a package's end moves) is kept with its sentence until the person books anyway.

import { useForm } from '@mantine/form'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { dayOf, isLocalDate, isLocalTime, type LocalDateTime, timeOf } from '../../../shared/dates.ts'
import { api, client, newKey } from '../../api.ts'
import type { FoundClient } from '../../components/client-picker.tsx'
import { showError } from '../../components/show-error.tsx'
import { useCan, usePerson } from '../../components/use-can.ts'
import { useClientWords, usePractice } from '../../components/use-practice.ts'
import { refusalOf } from '../../errors.ts'
import { type BookingValues, chosenItem, endAfter, feeOf, lengthOf, problemsOf, serviceFor, slotOfValues } from './booking.ts'

interface BookingOptions {
  initial: BookingValues
  /** The length was chosen (drawn, or as it was): the service does not change it. */
  lengthChosen: boolean
  appointmentId: number | null
  /** `mark`: of the appointment that is edited. */
  send: (booking: Ready, mark: string | undefined) => Promise<void>
}

/** What both commands want; the key is made once, so that sending it twice does it once. */
export interface Ready {
  key: string
  clientId: number
  practitionerId: number
  serviceId: number
  startsAt: NonNullable<ReturnType<typeof slotOfValues>>['startsAt']
  endsAt: NonNullable<ReturnType<typeof slotOfValues>>['endsAt']
  clientPackageItemId: number | null
  note: string
  confirmed: { outsideHours: boolean; endMoves: boolean }
}

interface Warning {
  sentence: string
  flag: 'outsideHours' | 'endMoves'
}

const NOTHING = { outsideHours: false, endMoves: false }

const FIELDS = {
  'appointment.slotTaken': 'from',
  'appointment.outsideHours': 'from',
  'appointment.notGiven': 'serviceId',
  'service.notOffered': 'serviceId',
  'appointment.ownOnly': 'practitionerId',
  'clientPackage.notTheirs': 'item',
  'clientPackage.capReached': 'item',
  'clientPackage.notCovered': 'item',
  'clientPackage.noneLeft': 'item',
  'clientPackage.notValidOn': 'item',
  'clientPackage.unpaid': 'item',
  'session.taken': 'item',
} as const

export function useBooking({ initial, lengthChosen, appointmentId, send }: BookingOptions) {
  const { packageChoice } = usePractice()
  const words = useClientWords()
  const can = useCan()
  const me = usePerson()
  const services = useQuery(api.catalog.listServices.queryOptions())
  const form = useForm<BookingValues>({
    initialValues: initial,
    validate: (values) => problemsOf(values, words.one),
    clearInputErrorOnChange: false,
  })
  const { values } = form
  const [fixedLength, setFixedLength] = useState(lengthChosen)
  const [warning, setWarning] = useState<Warning | null>(null)
  const [confirmed, setConfirmed] = useState(NOTHING)
  const [sending, setSending] = useState(false)
  const [key] = useState(newKey)

  const { client: booked, serviceId: service, day } = values
  const asked =
    booked && service !== null && day !== null && isLocalDate(day) ? { clientId: booked.id, serviceId: service, day, appointmentId } : null
  const available = useQuery({
    ...api.clientPackages.available.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const known = values.client && values.serviceId !== null ? available.data : undefined
  const chosen = chosenItem(values.item, known, packageChoice)
  const slotMinutes = known?.options.find((o) => o.clientPackageItemId === chosen)?.slotMinutes ?? null

  function change(next: Partial<BookingValues>): void {
    setWarning(null)
    setConfirmed(NOTHING)
    form.setValues(next)
    for (const field of Object.keys(next)) form.clearFieldError(field)
    if ('to' in next || 'day' in next || 'practitionerId' in next) form.clearFieldError('from')
    if ('serviceId' in next || 'client' in next || 'day' in next) form.clearFieldError('item')
  }

  const durationOf = (serviceId: number | null) => services.data?.find((s) => s.id === serviceId)?.durationMinutes ?? null
  const withEnd = (from: string, serviceId: number | null, now: BookingValues): Partial<BookingValues> => {
    const usual = serviceId === values.serviceId ? (slotMinutes ?? durationOf(serviceId)) : durationOf(serviceId)
    const length = fixedLength ? lengthOf(now) : (usual ?? lengthOf(now))
    return isLocalTime(from) && length !== null ? { from, to: endAfter(from, length) } : { from }
  }

  // The package that pays may give a visit another length than its service has.
  const usual = fixedLength || !known ? null : (slotMinutes ?? durationOf(values.serviceId))
  const end = usual !== null && isLocalTime(values.from) ? endAfter(values.from, usual) : null
  useEffect(() => {
    if (end !== null && end !== values.to) form.setFieldValue('to', end)
  }, [end, values.to, form])

  const setService = (serviceId: number | null) => change({ serviceId, ...withEnd(values.from, serviceId, values) })
  const setPractitioner = (practitionerId: number | null) => change({ practitionerId })
  const setFrom = (from: string) => change(withEnd(from, values.serviceId, values))
  /** Moves to a slot of the calendar; a drawn one brings its own length. */
  const takeSlot = ({ practitionerId, at, until }: { practitionerId: number | null; at: LocalDateTime; until: LocalDateTime | null }) => {
    setFixedLength(until !== null)
    const from = timeOf(at)
    const length = durationOf(values.serviceId) ?? lengthOf(values)
    const to = until ? timeOf(until) : length === null ? '' : endAfter(from, length)
    change({ day: dayOf(at), from, to, ...(practitionerId === null ? {} : { practitionerId }) })
  }
  const setTo = (to: string) => {
    setFixedLength(true)
    change({ to })
  }
  const setClient = (client: FoundClient | null) => {
    const serviceId = values.serviceId ?? (client ? serviceFor(client.lastServiceId, values.practitionerId, services.data ?? []) : null)
    change({ client, item: undefined, serviceId, ...withEnd(values.from, serviceId, values) })
  }

  /** What is shown; where Enter came before it, it is asked for. */
  const offers = async () => (known && !available.isPlaceholderData ? known : asked ? client.clientPackages.available(asked) : undefined)

  async function submit(confirmed: Ready['confirmed']): Promise<void> {
    const slot = slotOfValues(values)
    if (!slot || !values.client || values.serviceId === null || values.practitionerId === null || sending) return
    setSending(true)
    try {
      const clientPackageItemId = chosenItem(values.item, await offers(), packageChoice)
      if (clientPackageItemId === undefined) return form.setFieldError('item', 'Choose how this visit is paid.')
      const { practitionerId, serviceId, note, mark } = values
      await send({ key, clientId: values.client.id, practitionerId, serviceId, ...slot, clientPackageItemId, note, confirmed }, mark)
    } catch (error) {
      const refusal = refusalOf(error)
      const grant = can('appointments.override')
      const mayOverride = grant === 'all' || (grant === 'own' && values.practitionerId === me.id)
      if (refusal?.code === 'appointment.outsideHours' && mayOverride) setWarning({ sentence: refusal.sentence, flag: 'outsideHours' })
      else if (refusal?.code === 'clientPackage.endMoves') setWarning({ sentence: refusal.sentence, flag: 'endMoves' })
      else showError(error, form, FIELDS)
    } finally {
      setSending(false)
    }
  }

  return {
    form,
    services: services.data ?? [],
    available: known,
    isStale: available.isPlaceholderData,
    chosen,
    fee: feeOf(chosen, known),
    warning,
    sending,
    change,
    setClient,
    setService,
    setPractitioner,
    setFrom,
    setTo,
    takeSlot,
    onSubmit: form.onSubmit(() => void submit(confirmed)),
    bookAnyway: () => {
      if (!warning) return
      const next = { ...confirmed, [warning.flag]: true }
      setConfirmed(next)
      setWarning(null)
      void submit(next)
    },
  }
}

export type Booking = ReturnType<typeof useBooking>
