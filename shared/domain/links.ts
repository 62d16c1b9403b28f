// What two linked clients are to each other. A label has no rules of its own; the permissions stand beside it.

import type { LinkLabel } from './words.ts'

/** The label that usually stands the other way round; a grandchild has no label of its own. */
export const OPPOSITE_LABEL: Record<LinkLabel, LinkLabel> = {
  parent: 'child',
  child: 'parent',
  partner: 'partner',
  guardian: 'child',
  sibling: 'sibling',
  grandparent: 'other',
  other: 'other',
}

export type ShareTerms =
  | { kind: 'none' }
  | { kind: 'all'; cap: number | null }
  | { kind: 'chosen'; packages: readonly { clientPackageId: number; cap: number | null }[] }

/** Whether two ways of sharing come to the same, in whatever order the packages stand. */
export function sameSharing(a: ShareTerms, b: ShareTerms): boolean {
  if (a.kind === 'chosen' && b.kind === 'chosen')
    return a.packages.length === b.packages.length && a.packages.every((p) => b.packages.some((q) => samePackage(p, q)))
  if (a.kind === 'all' && b.kind === 'all') return a.cap === b.cap
  return a.kind === b.kind
}

const samePackage = (a: { clientPackageId: number; cap: number | null }, b: { clientPackageId: number; cap: number | null }): boolean =>
  a.clientPackageId === b.clientPackageId && a.cap === b.cap
