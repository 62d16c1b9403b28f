// A list that people arrange by hand: where something stands after it was moved, and which positions that changes.

export interface Placed {
  id: number
  position: number
}

/** The order with `id` put right before another, or last (null). What is not in it comes in. */
export function placedBefore(order: readonly number[], id: number, beforeId: number | null): number[] {
  const rest = order.filter((other) => other !== id)
  const at = beforeId === null ? -1 : rest.indexOf(beforeId)
  return at < 0 ? [...rest, id] : rest.toSpliced(at, 0, id)
}

export const isSameOrder = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((id, i) => id === b[i])

/** Whether it holds the very same ids, each once. */
export const isRearranged = (order: readonly number[], of: readonly number[]): boolean =>
  order.length === of.length && new Set(order).size === order.length && new Set(order).symmetricDifference(new Set(of)).size === 0

/**
 * The positions that change so that the rows stand in this order. The positions in use are dealt anew, so that those of
 * hidden rows stay free; only where two rows share one are all counted from 1.
 */
export function newPositions(rows: readonly Placed[], order: readonly number[]): Placed[] {
  const inUse = rows.map((r) => r.position).sort((a, b) => a - b)
  const areDistinct = new Set(inUse).size === inUse.length
  const before = new Map(rows.map((r) => [r.id, r.position]))
  return order.map((id, i) => ({ id, position: areDistinct ? inUse[i]! : i + 1 })).filter(({ id, position }) => before.get(id) !== position)
}
