// Starts making the sample practice; how far it is, is asked for elsewhere.

import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { showError } from '../../components/show-error.tsx'

export function useStartSample() {
  const { mutate, isPending } = useMutation(api.setup.startSample.mutationOptions({ onError: (error) => showError(error) }))
  return { start: () => mutate({}), isPending }
}
