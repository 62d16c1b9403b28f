// What the signed-in person may do, by the table dispatch checks. A button they may not use is not shown.

import { createContext, useCallback, useContext } from 'react'
import type { Role } from '../../shared/domain/words.ts'
import { type Grant, grantOf, type Permission } from '../../shared/permissions.ts'

export interface Person {
  id: number
  name: string
  role: Role
  isPractitioner: boolean
}

export const PersonContext = createContext<Person | null>(null)

export function usePerson(): Person {
  const person = useContext(PersonContext)
  if (!person) throw new Error('usePerson outside the frame')
  return person
}

export function useCan(): (permission: Permission) => Grant | undefined {
  const { role } = usePerson()
  return useCallback((permission) => grantOf(role, permission), [role])
}
