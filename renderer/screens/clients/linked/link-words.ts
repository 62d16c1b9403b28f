// A link between two clients in words, and the values of its form. Pure text, so a test can read it.

import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../../shared/contract/index.ts'
import { OPPOSITE_LABEL } from '../../../../shared/domain/links.ts'
import type { LinkLabel } from '../../../../shared/domain/words.ts'
import { LINK_WORDS } from '../../../words.ts'

export type Linked = InferContractRouterOutputs<Contract>['clients']['links'][number]
export type LinkSide = Linked['other']
export type LinkTerms = InferContractRouterInputs<Contract>['clients']['link']
export type SideValues = LinkTerms['other']

/** "Anna Lee is Leo Lee’s child", or "Anna Lee is linked with Leo Lee". */
export const relationWords = (who: string, label: LinkLabel, whom: string): string =>
  label === 'other' ? `${who} is linked with ${whom}` : `${who} is ${whom}’s ${LINK_WORDS[label]}`

/** What `who` may do for the owner of this side; nothing: an empty list. */
export function mayWords(side: LinkSide, whom: string): string[] {
  const { sharing } = side
  return [
    side.mayBook && `books and manages ${whom}’s appointments`,
    side.mayFillForms && `completes ${whom}’s intake forms`,
    side.getsMessages && `receives copies of ${whom}’s messages`,
    sharing.kind === 'all' && `uses sessions of all ${whom}’s packages${sharing.cap === null ? '' : `, at most ${sharing.cap} of each`}`,
    ...sharing.packages.map(
      (p) => `uses sessions of ${p.name}${p.cap === null ? `, ${p.taken} so far` : `, ${p.taken} of at most ${p.cap}`}`,
    ),
  ].filter((words) => words !== false)
}

const NOTHING: SideValues = { label: 'other', mayBook: false, mayFillForms: false, getsMessages: false, sharing: { kind: 'none' } }

/** A child, for a start: the one who links is most often the parent. */
export const newSides = (): { other: SideValues; client: SideValues } => ({
  other: { ...NOTHING, label: 'child' },
  client: { ...NOTHING, label: OPPOSITE_LABEL.child, mayBook: true },
})

export function valuesOf({ sharing, ...terms }: LinkSide): SideValues {
  if (sharing.kind === 'all') return { ...terms, sharing: { kind: 'all', cap: sharing.cap } }
  if (sharing.kind === 'none') return { ...terms, sharing: { kind: 'none' } }
  return { ...terms, sharing: { kind: 'chosen', packages: sharing.packages.map(({ clientPackageId, cap }) => ({ clientPackageId, cap })) } }
}
