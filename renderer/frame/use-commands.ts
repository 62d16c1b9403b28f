// The commands that the person here may use.

import { useNavigate } from '@tanstack/react-router'
import { useCan } from '../components/use-can.ts'
import { useClientWords } from '../components/use-practice.ts'
import { type Command, commandsOf } from './search-commands.ts'
import { useLock } from './use-lock.ts'
import { useMakeCopy } from './use-make-copy.ts'

export function useCommands(): Command[] {
  const navigate = useNavigate()
  const can = useCan()
  const lock = useLock()
  const { make } = useMakeCopy()
  const { one, Many } = useClientWords()
  return commandsOf({ navigate, lock, makeCopy: make, clientWord: one, clientsWord: Many }).filter(({ needs }) => !needs || can(needs))
}
