// For the form of something saved: whether another window changed it since it was read, and the way on. It is shown as it is
// now, and what was typed is kept beside it: put back, only the fields that were typed take the place of what stands there.

import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useEffectEvent, useState } from 'react'

export interface Meanwhile {
  /** Why it was not saved; null: it was noticed before that. */
  refusal: string | null
  /** Null while it is read as it is now. */
  showNow: (() => void) | null
  /** What was typed before it was shown as it is now. */
  kept: { putBack: () => void; discard: () => void } | null
}

/** `now`: the record as it was read last, under the names of the form's fields; null: a new one. Null: nothing happened to it. */
export function useMeanwhile<V extends { mark?: string | undefined }>(
  form: UseFormReturnType<V>,
  now: Partial<Record<keyof V, unknown>> | null,
): Meanwhile | null {
  const [typed, setTyped] = useState<Partial<V> | null>(null)
  const [known, setKnown] = useState<{ mark: string | undefined; left?: string | undefined }>({ mark: form.values.mark })
  const refusal = form.errors['mark']
  // A save of this form itself is known here before the record is read again: what it left behind is no change by others.
  if (known.mark !== form.values.mark) setKnown({ mark: form.values.mark, left: form.isDirty() ? undefined : known.mark })
  const isBehind = now !== null && now.mark !== form.values.mark && (now.mark !== known.left || refusal !== undefined)

  function take(more: Partial<V> | null): void {
    const values = form.getValues()
    const names = Object.keys(values).filter((name) => now !== null && name in now) as (keyof V)[]
    const read = { ...values, ...Object.fromEntries(names.map((name) => [name, now?.[name]])) }
    form.resetDirty(read)
    form.setValues({ ...read, ...more })
    form.clearFieldError('mark')
  }
  const takeUntouched = useEffectEvent(() => {
    if (!form.isDirty()) take(null)
  })
  useEffect(() => {
    if (isBehind) takeUntouched()
  }, [isBehind, now?.mark])

  if (!isBehind && !refusal && !typed) return null
  return {
    refusal: typeof refusal === 'string' ? refusal : null,
    showNow: isBehind
      ? () => {
          setTyped({ ...typed, ...changesIn(form) })
          take(null)
        }
      : null,
    kept:
      typed === null || isBehind
        ? null
        : {
            putBack: () => {
              take({ ...typed, ...changesIn(form) })
              setTyped(null)
            },
            discard: () => setTyped(null),
          },
  }
}

/** The fields that differ from what was read. */
function changesIn<V extends object>(form: UseFormReturnType<V>): Partial<V> {
  const [read, values] = [form.getInitialValues(), form.getValues()]
  const names = (Object.keys(values) as (keyof V)[]).filter((name) => JSON.stringify(values[name]) !== JSON.stringify(read[name]))
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Partial<V>
}

/** A draft of a form of something saved: what was read, too, so that putting it back later still tells what was typed. */
export const draftOf = <V extends object>(form: UseFormReturnType<V>) => ({
  values: { read: form.getInitialValues(), typed: form.values },
  isDirty: form.isDirty(),
  restore: ({ read, typed }: { read: V; typed: V }) => {
    form.resetDirty(read)
    form.setValues(typed)
  },
})
