// Moving packages in the list, and from category to category: shown at once, saved, and shown as before again when it was
// refused. Each change can be undone.

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newKey } from '../../../api.ts'
import { notifyDone } from '../../../components/notify-done.tsx'
import { showError } from '../../../components/show-error.tsx'
import type { PackageRow } from '../../../components/package-words.ts'
import { inCategory, type Move, rowsAfter, undone } from './packages-order.ts'

type Categories = readonly { id: number; name: string }[]

/** `read`: the rows as they were read last. Once they are read anew they are shown as they are. */
export function useArranging(read: PackageRow[], categories: Categories) {
  const [ahead, setAhead] = useState<{ of: PackageRow[]; rows: PackageRow[] } | null>(null)
  const onError = (error: unknown) => {
    setAhead(null)
    showError(error)
  }
  const reorder = useMutation(api.packages.reorder.mutationOptions({ onError }))
  const setCategory = useMutation(api.packages.setCategory.mutationOptions({ onError }))
  const rows = ahead?.of === read ? ahead.rows : read

  const send = (move: Move, onSuccess: () => void) => reorder.mutate({ key: newKey(), ...move }, { onSuccess })
  const sendCategory = (id: number, categoryId: number | null, onSuccess: () => void) =>
    setCategory.mutate({ key: newKey(), id, categoryId }, { onSuccess })
  return {
    rows,
    arrange: (move: Move, said: string, saidBack: string) => {
      setAhead({ of: read, rows: rowsAfter(rows, move, categories) })
      send(move, () => notifyDone(said, { undo: () => send(undone(move), () => notifyDone(saidBack)) }))
    },
    /** `category` is new when it is not among those that were read. */
    putInto: (row: PackageRow, category: Categories[number] | null) => {
      const [from, to] = [row.categoryId, category?.id ?? null]
      setAhead({ of: read, rows: rows.map((r) => (r.id === row.id ? inCategory(r, category) : r)) })
      sendCategory(row.id, to, () =>
        notifyDone(placedWords(row, category?.name ?? null), {
          undo: () => sendCategory(row.id, from, () => notifyDone(placedWords(row, row.categoryName))),
        }),
      )
    },
  }
}

const placedWords = ({ name }: PackageRow, category: string | null): string =>
  category === null ? `${name} has no category now` : `${name} is in ${category} now`
