// Which of its faces this window has: set-up, sign-in, locked, or the practice itself. Only the last one mounts the router,
// so a locked window holds nothing of the practice, and unlocking comes back to the same address.

import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { api } from './api.ts'
import { type Person, PersonContext } from './components/use-can.ts'
import { PracticeContext } from './components/use-practice.ts'
import { isFromEarlierStart } from './errors.ts'
import { router } from './routes.tsx'
import { SignInPage } from './screens/session/sign-in-page.tsx'
import { StartTrouble } from './screens/session/start-trouble.tsx'
import { SetupPage } from './screens/setup/setup-page.tsx'
import { currentSession, forgetPractice } from './session.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { usePreloadedScreens } from './use-preloaded-screens.ts'

export function App() {
  const setup = useQuery(api.setup.state.queryOptions())
  const session = useQuery(currentSession)
  const isShut = isFromEarlierStart(session.error)
  const retry = () => void Promise.all([setup.refetch(), session.refetch()])

  if (isShut || !setup.data || !session.data) {
    const error = session.error ?? setup.error
    return error ? (
      <Closed>
        <StartTrouble error={error} onRetry={retry} />
      </Closed>
    ) : null
  }
  const { hasPractice, practiceName, isSample } = setup.data
  const { staff, locked, lockMinutes } = session.data
  if (!hasPractice) return <SetupPage />
  if (staff && !locked) return <Practice key={staff.id} person={staff} lockMinutes={lockMinutes} />
  return (
    <Closed>
      <SignInPage key={staff?.id ?? 0} lockedFor={staff} practiceName={staff ? null : practiceName} isSample={isSample} />
    </Closed>
  )
}

/** Around what stands in front of the practice: what was read before is dropped, once it has left the page. */
function Closed({ children }: { children: ReactNode }) {
  useEffect(() => {
    forgetPractice()
    document.title = 'Tenpack'
  }, [])
  return children
}

function Practice({ person, lockMinutes }: { person: Person; lockMinutes: number }) {
  const settings = useQuery(api.settings.get.queryOptions())
  useIdleLock(lockMinutes)
  usePreloadedScreens()
  if (!settings.data) return settings.error ? <StartTrouble error={settings.error} onRetry={() => void settings.refetch()} /> : null
  return (
    <PersonContext value={person}>
      <PracticeContext value={settings.data}>
        <RouterProvider router={router} />
      </PracticeContext>
    </PersonContext>
  )
}
