// Ending one appointment: what the rule would do, what the person chose instead, and sending it.

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Ending, mayForfeit } from '../../../shared/domain/appointments.ts'
import { api, client, newKey } from '../../api.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import type { AppointmentData, EndingPreview } from './appointment-data.ts'
import { endedWords } from './ending-words.ts'
import { useAppointmentCommands } from './use-appointment-commands.ts'

type Fate = 'return' | 'forfeit'

const previewOf = (id: number, as: Ending) => api.appointments.previewEnding.queryOptions({ input: { id, as } })

/** Whether somebody has to say what becomes of a session. */
const asksFor = (as: Ending, preview: EndingPreview): boolean => preview.packageName !== null && mayForfeit(as)

export function useEnding({ id, clientName }: AppointmentData, how: 'cancel' | 'noShow', onDone: () => void) {
  const commands = useAppointmentCommands()
  const end = useMutation(api.appointments.end.mutationOptions())
  const [key, setKey] = useState(newKey)
  const [picked, setPicked] = useState<Ending | null>(null)
  const [fate, setFate] = useState<Fate | null>(null)
  const [undecided, setUndecided] = useState(false)

  // A cancellation is late when it falls inside the practice's hours for that, until somebody says otherwise.
  const plain: Ending = how === 'noShow' ? 'noShow' : 'cancelled'
  const endingOf = (first: EndingPreview | undefined): Ending =>
    picked ?? (plain === 'cancelled' && first?.isLate ? 'lateCancelled' : plain)
  const first = useQuery(previewOf(id, plain))
  const as = endingOf(first.data)
  const preview = useQuery({ ...previewOf(id, as), enabled: first.data !== undefined, placeholderData: keepPreviousData })
  const fateBy = ({ rule }: EndingPreview): Fate | null => fate ?? (rule === 'ask' ? null : rule)

  /** Asks for the preview itself where Enter came before it. Answers false when the session's fate must be chosen. */
  async function submit(reason: string): Promise<boolean> {
    if (end.isPending) return true
    try {
      const ending = endingOf(first.data ?? (await client.appointments.previewEnding({ id, as: plain })))
      const seen = ending === as && !preview.isPlaceholderData ? preview.data : undefined
      const known = seen ?? (await client.appointments.previewEnding({ id, as: ending }))
      const chosen = asksFor(ending, known) ? fateBy(known) : 'return'
      setUndecided(chosen === null)
      if (chosen === null) return false
      const ended = await end.mutateAsync({
        key,
        id,
        as: ending,
        session: known.packageName === null ? null : chosen,
        reason: reason.trim(),
      })
      notifyDone(endedWords(clientName, ending, chosen, known), { undo: () => void commands.undoEnd(ended.id) })
      onDone()
    } catch (error) {
      setKey(newKey())
      showError(error)
    }
    return true
  }

  return {
    as,
    preview: first.data ? preview : first,
    asks: preview.data !== undefined && asksFor(as, preview.data),
    fate: preview.data && !preview.isPlaceholderData ? fateBy(preview.data) : null,
    undecided,
    sending: end.isPending,
    setAs: setPicked,
    setFate: (chosen: Fate) => {
      setFate(chosen)
      setUndecided(false)
    },
    submit,
  }
}
