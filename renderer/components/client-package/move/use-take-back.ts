// Takes a transfer, an upgrade or a merge back, and says so; also when what asked for it has closed meanwhile.

import { useMutation } from '@tanstack/react-query'
import { api, newKey } from '../../../api.ts'
import { notifyDone } from '../../notify-done.tsx'
import { showError } from '../../show-error.tsx'

export function useTakeBack() {
  const takeBack = useMutation(
    api.clientPackages.undoTransfer.mutationOptions({
      onSuccess: ({ from }) => notifyDone(`Taken back: ${from.name} is as it was.`),
      onError: (error) => showError(error),
    }),
  )
  return { isPending: takeBack.isPending, takeBack: (transferId: number) => takeBack.mutate({ key: newKey(), transferId }) }
}
