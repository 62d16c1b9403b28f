// Waits until the calendar was read again after a change, so that a moved tile never jumps back for a moment.

import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

export function useSettled(): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: api.appointments.onDays.key() }, { cancelRefetch: false })
}
