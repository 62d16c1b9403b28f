// What can be done to an appointment in one go, each with its notice and its way back.
// A failure is shown as a notice and answered with null.

import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Appointment } from '../../../shared/contract/appointments.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'

type AppointmentData = z.output<typeof Appointment>
type OpenStatus = 'booked' | 'confirmed' | 'arrived' | 'inSession'

const DONE: Record<OpenStatus, (name: string) => string> = {
  booked: (name) => `${name} is booked.`,
  confirmed: (name) => `${name} has confirmed.`,
  arrived: (name) => `${name} has arrived.`,
  inSession: (name) => `${name} is in session.`,
}

/** What to say when the appointment came back without its package. */
const droppedWords = (a: AppointmentData): string =>
  a.droppedPackage ? ` ${a.droppedPackage} could not be booked again, so the regular fee applies.` : ''

export function useAppointmentCommands() {
  const setStatus = useMutation(api.appointments.setStatus.mutationOptions()).mutateAsync
  const complete = useMutation(api.appointments.complete.mutationOptions()).mutateAsync
  const undoComplete = useMutation(api.appointments.undoComplete.mutationOptions()).mutateAsync
  const undoEnd = useMutation(api.appointments.undoEnd.mutationOptions()).mutateAsync
  const remove = useMutation(api.appointments.remove.mutationOptions()).mutateAsync
  const edit = useMutation(api.appointments.edit.mutationOptions()).mutateAsync
  const restore = useMutation(api.appointments.restore.mutationOptions()).mutateAsync

  const run = async (command: Promise<AppointmentData>, words: (a: AppointmentData) => string, undo?: (a: AppointmentData) => void) => {
    try {
      const done = await command
      notifyDone(words(done), undo ? { undo: () => undo(done) } : {})
      return done
    } catch (error) {
      showError(error)
      return null
    }
  }

  const commands = {
    setStatus: (id: number, status: OpenStatus, before: OpenStatus) =>
      run(
        setStatus({ key: newKey(), id, status }),
        (a) => DONE[status](a.clientName),
        () => void commands.setStatus(id, before, status),
      ),
    complete: (id: number) =>
      run(
        complete({ key: newKey(), id }),
        (a) => `${a.clientName} is done${a.session?.count ? ` · ${a.session.packageName}, ${leftWords(a.session.remaining)}` : ''}.`,
        () => void commands.undoComplete(id),
      ),
    undoComplete: (id: number) => run(undoComplete({ key: newKey(), id }), (a) => `${a.clientName} is booked again, not completed.`),
    /** Puts it on a package, or back at the regular fee (null). */
    putOn: (a: AppointmentData, clientPackageItemId: number | null) =>
      run(
        edit({
          key: newKey(),
          id: a.id,
          mark: a.mark,
          practitionerId: a.practitionerId,
          serviceId: a.serviceId,
          startsAt: a.startsAt,
          endsAt: a.endsAt,
          clientPackageItemId,
          note: a.note,
          confirmed: { outsideHours: true, endMoves: false },
        }),
        (done) => (done.session ? `This visit is on ${done.session.packageName}.` : 'This visit is at the regular fee.'),
        ({ mark }) => void commands.putOn({ ...a, mark }, a.session?.clientPackageItemId ?? null),
      ),
    undoEnd: (id: number) => run(undoEnd({ key: newKey(), id }), (a) => `${a.clientName} is booked again.${droppedWords(a)}`),
    remove: (id: number) =>
      run(
        remove({ key: newKey(), id }),
        (a) => `The appointment of ${a.clientName} is deleted.`,
        () => void commands.restore(id),
      ),
    restore: (id: number) => run(restore({ key: newKey(), id }), (a) => `The appointment of ${a.clientName} is back.${droppedWords(a)}`),
  }
  return commands
}

const leftWords = (remaining: number | null): string => (remaining === null ? 'unlimited' : `${remaining} left`)

export type AppointmentCommands = ReturnType<typeof useAppointmentCommands>
