// Which of its faces this window has: set-up, sign-in, locked, or the practice itself. Only the last one mounts the router,
// so a locked window holds nothing of the practice, and unlocking comes back to the same address.

import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from './api.ts'
import { QueryState } from './components/query-state.tsx'
import { type Person, PersonContext } from './components/use-can.ts'
import { PracticeContext } from './components/use-practice.ts'
import { router } from './routes.tsx'
import { SignInPage } from './screens/session/sign-in-page.tsx'
import { SetupPage } from './screens/setup/setup-page.tsx'
import { currentSession, forgetPractice } from './session.ts'
import { useIdleLock } from './use-idle-lock.ts'

export function App() {
  const setup = useQuery(api.setup.state.queryOptions())
  const session = useQuery(currentSession)
  return (
    <QueryState query={setup}>
      {({ hasPractice, practiceName, isSample }) => {
        if (!hasPractice) return <SetupPage />
        return (
          <QueryState query={session}>
            {({ staff, locked, lockMinutes }) =>
              staff && !locked ? (
                <Practice key={staff.id} person={staff} lockMinutes={lockMinutes} />
              ) : (
                <Closed>
                  <SignInPage key={staff?.id ?? 0} lockedFor={staff} practiceName={staff ? null : practiceName} isSample={isSample} />
                </Closed>
              )
            }
          </QueryState>
        )
      }}
    </QueryState>
  )
}

/** Around the sign-in screen: what was read before is dropped once the practice has left the page. */
function Closed({ children }: { children: React.ReactNode }) {
  useEffect(() => {
    forgetPractice()
    document.title = 'Tenpack'
  }, [])
  return children
}

function Practice({ person, lockMinutes }: { person: Person; lockMinutes: number }) {
  const settings = useQuery(api.settings.get.queryOptions())
  useIdleLock(lockMinutes)
  return (
    <QueryState query={settings}>
      {(practice) => (
        <PersonContext value={person}>
          <PracticeContext value={practice}>
            <RouterProvider router={router} />
          </PracticeContext>
        </PersonContext>
      )}
    </QueryState>
  )
}
