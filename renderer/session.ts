// Who is signed in behind this window, and locking. When the window is locked or changes hands, everything that was read
// is dropped: what the practice holds stays in no cache, on no screen and in no title.

import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { api, client } from './api.ts'
import { milliseconds, setClock } from './components/use-clock.ts'
import { isShutOut, refusalOf } from './errors.ts'

const KEPT_MS = 5 * 60_000
const ASK_EVERY_MS = 60_000

export const queryClient: QueryClient = new QueryClient({
  // 'always': Tenpack works with no internet, for which TanStack Query would otherwise wait.
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, gcTime: KEPT_MS },
    mutations: { networkMode: 'always', retry: false, gcTime: 0 },
  },
  queryCache: new QueryCache({ onError: noteShutOut }),
  mutationCache: new MutationCache({ onSuccess: () => void queryClient.invalidateQueries(), onError: noteShutOut }),
})

/** The window was locked here, but the host has not heard of it yet. */
let isLockUnheard = false

async function tellLocked(): Promise<void> {
  await client.session.lock()
  isLockUnheard = false
}

export const currentSession = api.session.current.queryOptions({
  refetchInterval: ASK_EVERY_MS,
  refetchOnWindowFocus: 'always',
  retry: (count, error) => count < 2 && refusalOf(error) === null,
  retryDelay: 300,
  queryFn: async ({ signal }) => {
    const session = await client.session.current(undefined, { signal })
    setClock(session.now, milliseconds())
    if (isLockUnheard && !session.locked) {
      await tellLocked()
      return { ...session, locked: true }
    }
    const before = queryClient.getQueryData(currentSession.queryKey)
    if (before && before.staff?.id !== session.staff?.id) forgetPractice()
    return session
  },
})

/** Whether the practice stands open in this window: somebody is signed in, and it is not locked. */
export function isOpen(): boolean {
  const session = queryClient.getQueryData(currentSession.queryKey)
  return session !== undefined && session.staff !== null && !session.locked
}

/** The host says that nobody is signed in, or that the window is locked (another tab, a restart): ask who is. */
function noteShutOut(error: unknown): void {
  if (isShutOut(error)) void queryClient.invalidateQueries({ queryKey: currentSession.queryKey })
}

/** What anybody may read before signing in. */
function isPublic([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && (path[0] === 'session' || path[0] === 'setup')
}

/** Drops everything that was read for the person who was here. */
export function forgetPractice(): void {
  notifications.clean()
  notifications.cleanQueue()
  modals.closeAll()
  queryClient.removeQueries({ predicate: ({ queryKey }) => !isPublic(queryKey) })
  queryClient.getMutationCache().clear()
}

/** Hides the screen at once and tells the host; if it does not hear, it is told again before the practice is shown. */
export async function lockNow(): Promise<void> {
  isLockUnheard = true
  await queryClient.cancelQueries({ queryKey: currentSession.queryKey })
  queryClient.setQueryData(currentSession.queryKey, (before) => before && { ...before, locked: true })
  await tellLocked()
}

export async function signOutNow(): Promise<void> {
  await client.session.signOut()
  await queryClient.invalidateQueries({ queryKey: currentSession.queryKey })
}
