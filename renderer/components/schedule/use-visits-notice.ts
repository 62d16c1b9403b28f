// The notice after visits were booked, with the way to take all of them back.

import { useMutation } from '@tanstack/react-query'
import { plural } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../notify-done.tsx'
import { showError } from '../show-error.tsx'

export function useVisitsNotice(): (appointmentIds: readonly number[]) => void {
  const undo = useMutation(api.appointments.undoVisits.mutationOptions()).mutateAsync
  return (appointmentIds) => {
    if (appointmentIds.length === 0) return
    const takeBack = () => {
      undo({ key: newKey(), appointmentIds: [...appointmentIds] }).then(
        ({ count }) => notifyDone(`${plural(count, 'visit')} taken back.`),
        (error: unknown) => showError(error),
      )
    }
    notifyDone(`${plural(appointmentIds.length, 'visit')} booked.`, { undo: takeBack })
  }
}
