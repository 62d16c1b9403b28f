// Does what was asked for as soon as it can be: Enter may come before the answer that it rests on.

import { useEffect, useEffectEvent, useState } from 'react'

export function useOnceReady<A>(isReady: boolean, run: (asked: A) => void): { ask: (what: A) => void; asked: A | null } {
  const [asked, setAsked] = useState<{ what: A } | null>(null)
  const answer = useEffectEvent(() => {
    if (asked) run(asked.what)
    setAsked(null)
  })
  useEffect(() => {
    if (asked !== null && isReady) answer()
  }, [asked, isReady])
  return { ask: (what) => setAsked({ what }), asked: asked && asked.what }
}
