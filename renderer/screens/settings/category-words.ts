// What stands in a category, in words, and what can be done with one.

import { plural } from '../../../shared/format.ts'

interface Held {
  services: number
  products: number
  packages: number
}
export interface Category {
  id: number
  name: string
  mark: string
  position: number
  /** Undefined while it is not known, and where there is nothing. */
  held: Held | undefined
}

export type Doing = { what: 'make' } | { what: 'rename' | 'merge' | 'delete'; category: Category }

/** `2 services, a product and 6 packages`; null: nothing. */
export function heldWords(held: Held | undefined): string | null {
  if (!held) return null
  const parts = [
    [held.services, 'service'],
    [held.products, 'product'],
    [held.packages, 'package'],
  ] as const
  const words = parts.filter(([n]) => n > 0).map(([n, one]) => plural(n, one))
  const last = words.pop()
  return last === undefined ? null : words.length > 0 ? `${words.join(', ')} and ${last}` : last
}
