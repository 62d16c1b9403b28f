// The practice's settings: currency, the word for clients, the rules. Read once by the frame, before any screen is drawn.

import { createContext, useContext } from 'react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'
import { clientWords } from '../words.ts'

export type Practice = InferContractRouterOutputs<Contract>['settings']['get']

export const PracticeContext = createContext<Practice | null>(null)

export function usePractice(): Practice {
  const practice = useContext(PracticeContext)
  if (!practice) throw new Error('usePractice outside the frame')
  return practice
}

/** "client", "patient" or "guest" as this practice says it. */
export const useClientWords = () => clientWords[usePractice().clientWord]
