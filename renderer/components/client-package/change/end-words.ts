// What becomes of the end of a client package, in words, before it is saved. Pure text.

import type { ClientPackage } from '../client-package-words.ts'

interface Ends {
  before: string
  after: string
}
type Owned = Pick<ClientPackage, 'end' | 'manualEnd' | 'endWords'>

/** By a hold: it moves along, unless it was set by hand, or there is none yet to move. */
export function heldEndWords({ before, after }: Ends, { end, manualEnd }: Owned, isOpen: boolean): string {
  if (manualEnd !== null) return `Its end stays ${before}: it was set by hand.`
  if (end === null) return before === 'No end' ? 'It has no end that would move.' : `Its end: ${before}, and the days on hold more.`
  return `Its end: ${before} → ${after}${isOpen ? ', and on with each day' : ''}`
}

/** By another last day. */
export const endChangeWords = ({ before, after }: Ends): string => (before === after ? `Its end stays: ${after}.` : `${before} → ${after}`)
