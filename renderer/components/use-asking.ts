// A question to something outside that may take long or fail, such as a language model. It holds nothing up: a command would
// be waited for when the page is left, an answer that nobody waits for any more is not.

import { useEffect, useRef, useState } from 'react'
import { sentenceOfError } from '../errors.ts'

interface Asking<R> {
  isAsking: boolean
  answer: R | null
  /** Why there is no answer. */
  failed: string | null
}
const NOTHING = { isAsking: false, answer: null, failed: null }

export function useAsking<R>(): Asking<R> & { ask: (question: () => Promise<R>) => void } {
  const [state, setState] = useState<Asking<R>>(NOTHING)
  const last = useRef(0)
  useEffect(() => () => void last.current++, [])
  return {
    ...state,
    ask(question) {
      const mine = ++last.current
      const settle = (to: Asking<R>) => mine === last.current && setState(to)
      setState({ ...NOTHING, isAsking: true })
      question().then(
        (answer) => settle({ ...NOTHING, answer }),
        (error: unknown) => settle({ ...NOTHING, failed: sentenceOfError(error) }),
      )
    },
  }
}
