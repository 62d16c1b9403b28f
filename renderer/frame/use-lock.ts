// Locking by hand. The screen is hidden at once; if the host could not be told, that is said.

import { useCallback } from 'react'
import { notifyProblem } from '../components/notify-done.tsx'
import { sentenceOfError } from '../errors.ts'
import { lockNow } from '../session.ts'

export const LOCK_KEYS = 'mod+shift+L'

export function useLock(): () => void {
  return useCallback(() => {
    lockNow().catch((error: unknown) => notifyProblem(sentenceOfError(error)))
  }, [])
}
