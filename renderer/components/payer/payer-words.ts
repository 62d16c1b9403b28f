// What somebody has to do with an invoice, in a few words. Pure text, so a test can read it.

import type { LinkLabel } from '../../../shared/domain/words.ts'
import { LINK_WORDS } from '../../words.ts'

interface Payer {
  clientId: number
  why: 'treated' | 'owner' | 'linked'
  label: LinkLabel | null
}

/** `treated · usually pays`, `parent · owner of the package`. */
export const noteOf = ({ clientId, why, label }: Payer, usualId: number | null): string =>
  [
    why === 'treated' && 'treated',
    label && LINK_WORDS[label],
    why === 'owner' && 'owner of the package',
    clientId === usualId && 'usually pays',
  ]
    .filter(Boolean)
    .join(' · ')
