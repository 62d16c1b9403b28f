// Keeps what stands in a form with the host, in memory, so that a crash or a lock loses nothing: it is offered again when the
// form is next opened. Saving, giving up and signing out drop it. Also asks before the window is closed over it.

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { client } from '../api.ts'
import { isOpen } from '../session.ts'
import { tabId } from '../tab.ts'

interface Options<V> {
  /** Of which form of what, such as `client 12`. */
  form: string
  values: V
  isDirty: boolean
  restore: (values: V) => void
}

export interface DraftOffered {
  putBack: () => void
  discard: () => void
}

const PAUSE_MS = 400

/** A draft from before, to be put back or discarded; null when there is none, or none any more. */
export function useDraft<V>({ form, values, isDirty, restore }: Options<V>): DraftOffered | null {
  const [offered, setOffered] = useState<V | null>(null)
  const isKept = useRef(false)
  const text = isDirty ? JSON.stringify(values) : null
  const place = () => ({ tab: tabId(), form })
  // A draft is a help in trouble: that it could not be kept or found is no reason to disturb the work on the form.
  const drop = useEffectEvent(() => {
    isKept.current = false
    client.drafts.drop(place()).catch(() => undefined)
  })
  const keep = useEffectEvent((latest: string) => {
    isKept.current = true
    client.drafts.keep({ ...place(), values: latest }).catch(() => undefined)
  })

  useEffect(() => {
    let wanted = true
    client.drafts.find({ tab: tabId(), form }).then(
      (found) => wanted && found.values !== null && setOffered(JSON.parse(found.values) as V),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [form])

  useEffect(() => {
    if (text === null) {
      if (isKept.current) drop()
      return
    }
    const timer = setTimeout(() => keep(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])

  const leave = useEffectEvent(() => {
    if (isKept.current && isOpen()) drop() // the form was saved or given up; a lock takes it away too, and keeps its draft
  })
  useEffect(() => () => leave(), [])

  if (offered === null) return null
  return {
    putBack: () => {
      isKept.current = true
      restore(offered)
      setOffered(null)
    },
    discard: () => {
      setOffered(null)
      if (!isDirty) drop()
    },
  }
}
