// Who is asked for the invoice of a visit, and when a payer chosen by hand stays. What was prepaid concerns the owner of the
// package; what arises with the visit concerns the person treated, who stands at the desk: the regular fee, the agreed fee, and
// so the difference of a dearer service, too. To share sessions is not to promise what somebody else adds to them.

export interface VisitParties {
  treatedId: number
  /** Of the client package it is on; null: on none. */
  ownerId: number | null
}

/** Without anybody's choice. `asks`: the invoice asks for something beside what was prepaid. */
export const usualPayer = ({ treatedId, ownerId }: VisitParties, { prepaid, asks }: { prepaid: boolean; asks: boolean }): number =>
  ownerId !== null && prepaid && !asks ? ownerId : treatedId

/**
 * A choice is about the visits of one person: it holds through every change of day, service, practitioner and package, and through
 * cancelling and coming back, but ends when somebody else is treated. Whoever had to do with the visit by its package alone, being
 * its owner and not linked with the person treated, is let go with the package.
 */
export function payerStays(payerId: number, chosenFor: VisitParties, now: VisitParties, isLinked: boolean): boolean {
  if (chosenFor.treatedId !== now.treatedId) return false
  const cameWithPackage = payerId === chosenFor.ownerId && payerId !== now.treatedId
  return !cameWithPackage || isLinked || payerId === now.ownerId
}
