// Waits for what is just being saved, where something else depends on it.

import { queryClient } from '../session.ts'

/** When no command is on its way any more, and each has been told how it went. */
export function commandsDone(): Promise<void> {
  return new Promise((done) => {
    if (queryClient.isMutating() === 0) return done()
    const stop = queryClient.getMutationCache().subscribe(() => {
      if (queryClient.isMutating() > 0) return
      stop()
      done()
    })
  })
}
