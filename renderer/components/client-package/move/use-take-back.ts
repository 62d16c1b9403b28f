// Takes a transfer, an upgrade or a merge back, and says so.

import { useMutation } from '@tanstack/react-query'
import { api, newKey } from '../../../api.ts'
import { notifyDone } from '../../notify-done.tsx'
import { showError } from '../../show-error.tsx'

export function useTakeBack() {
  const takeBack = useMutation(api.clientPackages.undoTransfer.mutationOptions())
  return {
    isPending: takeBack.isPending,
    takeBack: (transferId: number) =>
      takeBack.mutate(
        { key: newKey(), transferId },
        { onSuccess: ({ from }) => notifyDone(`Taken back: ${from.name} is as it was.`), onError: (error) => showError(error) },
      ),
  }
}
