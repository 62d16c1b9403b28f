// Makes a verified copy of the practice file now, and says how it went.

import { useMutation } from '@tanstack/react-query'
import { api } from '../api.ts'
import { notifyDone } from '../components/notify-done.tsx'
import { showError } from '../components/show-error.tsx'

export function useMakeCopy() {
  const { mutate, isPending } = useMutation(
    api.backups.make.mutationOptions({
      onSuccess: ({ fileName }) => notifyDone(`Copied and checked: ${fileName}`),
      onError: (error) => showError(error),
    }),
  )
  return { make: () => mutate({}), isPending }
}
