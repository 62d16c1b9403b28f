// Loads the screens that were not opened yet, once the first one stands: the next room opens without a wait.

import { useEffect } from 'react'
import { router } from './routes.tsx'

const AFTER_MS = 1_500

export function usePreloadedScreens(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // One that fails to load now is loaded again, and its failure said, when it is opened.
      for (const route of Object.values(router.routesById)) void Promise.resolve(router.loadRouteChunk(route)).catch(() => undefined)
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
}
