// Bringing a client package onto other terms: which of its items becomes which, how many sessions come or go, and why that
// can't be. What was added, taken off or moved by hand stays so: only the difference between the two limits counts.

export interface CoveredService {
  serviceId: number
  feeMinor: number | null
}
interface Terms {
  productId: number | null
  quantity: number | null // null: unlimited
  services: readonly CoveredService[]
}
export interface OwnedItem extends Terms {
  label: string
  /** Free, and used, forfeited or booked; lapsed ones are in neither. */
  free: number
  taken: number
  /** Rows less withdrawn and transferred. */
  total: number
  /** Services of the visits that are booked on it. */
  bookedServiceIds: readonly number[]
}
export interface ItemPair<O extends Terms, N extends Terms> {
  owned: O | null
  next: N | null
}

/** Each owned item with what it becomes: the same product, the same services, some of the same services, or the next one in order. */
export function pairItems<O extends Terms, N extends Terms>(owned: readonly O[], next: readonly N[]): ItemPair<O, N>[] {
  const left = [...next]
  const found = new Map<O, N>()
  const take = (match: (o: O, n: N) => boolean) => {
    for (const o of owned) {
      const at = found.has(o) ? -1 : left.findIndex((n) => match(o, n))
      if (at >= 0) found.set(o, left.splice(at, 1)[0] as N)
    }
  }
  const isPool = (o: O, n: N) => o.productId === null && n.productId === null
  take((o, n) => o.productId !== null && o.productId === n.productId)
  take((o, n) => isPool(o, n) && idsOf(o).join() === idsOf(n).join())
  take((o, n) => isPool(o, n) && idsOf(o).some((id) => idsOf(n).includes(id)))
  take(isPool)
  return [...owned.map((o) => ({ owned: o, next: found.get(o) ?? null })), ...left.map((n) => ({ owned: null, next: n }))]
}

/** How many sessions a pair gains or, below zero, loses. */
export function sessionsBy({ owned, next }: ItemPair<OwnedItem, Terms>): number {
  if (!owned) return next?.quantity ?? 0
  if (!next) return -owned.free
  return owned.quantity === null || next.quantity === null ? 0 : next.quantity - owned.quantity
}

/** Why an item can't become the other; null: it can. */
export function whyNotApplied(pair: ItemPair<OwnedItem, Terms>, styleIsAtVisits: boolean): string | null {
  const { owned, next } = pair
  if (!owned) return null
  if (!next) {
    if (owned.total === 0 && owned.quantity !== null) return null
    if (owned.quantity === null) return `${owned.label} is unlimited, and the new terms leave it out`
    return owned.taken > 0 ? `${owned.taken} of ${owned.label} are used or booked, and the new terms leave it out` : null
  }
  if ((owned.quantity === null) !== (next.quantity === null))
    return owned.quantity === null
      ? `${owned.label} is unlimited, the new terms count it`
      : `${owned.label} is counted, the new terms do not`
  if (owned.free + sessionsBy(pair) < 0) return `${owned.taken} of ${owned.label} are used or booked`
  const covered = new Set(next.services.map((s) => s.serviceId))
  const stranded = owned.bookedServiceIds.filter((id) => !covered.has(id)).length
  if (stranded > 0 && styleIsAtVisits) return `${stranded} booked on ${owned.label} would have no agreed fee`
  return null
}

/** Services both cover whose agreed fee changes. */
export function changedFees({ owned, next }: ItemPair<Terms, Terms>): { serviceId: number; before: number; after: number }[] {
  return (next?.services ?? []).flatMap(({ serviceId, feeMinor }) => {
    const before = owned?.services.find((s) => s.serviceId === serviceId)?.feeMinor ?? null
    return before === null || feeMinor === null || before === feeMinor ? [] : [{ serviceId, before, after: feeMinor }]
  })
}

export const idsOf = ({ services }: Pick<Terms, 'services'>): number[] => services.map((s) => s.serviceId).toSorted((a, b) => a - b)
