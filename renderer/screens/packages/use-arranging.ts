// Moving packages in the list: shown at once, saved, and shown as before again when it was refused. Each move can be undone.

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import type { PackageRow } from './package-words.ts'
import { type Move, rowsAfter, undone } from './packages-order.ts'

/** `read`: the rows as they were read last. Once they are read anew they are shown as they are. */
export function useArranging(read: PackageRow[], categories: readonly { id: number; name: string }[]) {
  const [ahead, setAhead] = useState<{ of: PackageRow[]; rows: PackageRow[] } | null>(null)
  const reorder = useMutation(api.packages.reorder.mutationOptions())
  const rows = ahead?.of === read ? ahead.rows : read

  const send = (move: Move, done: () => void) =>
    reorder.mutate(
      { key: newKey(), ...move },
      {
        onSuccess: done,
        onError: (error) => {
          setAhead(null)
          showError(error)
        },
      },
    )
  return {
    rows,
    arrange: (move: Move, said: string, saidBack: string) => {
      setAhead({ of: read, rows: rowsAfter(rows, move, categories) })
      send(move, () => notifyDone(said, { undo: () => send(undone(move), () => notifyDone(saidBack)) }))
    },
  }
}
