// Whether the values of a client package's unused sessions can be dealt anew: there are two at least, and they are worth something.

import type { ClientPackage, Item } from '../client-package-words.ts'

/** Free and booked ones in the order of their numbers; what was used keeps its value. */
export const unusedOf = (item: Item): Item['pips'] =>
  item.unlimited ? [] : item.pips.filter((pip) => pip.state === 'available' || pip.state === 'booked').sort((a, b) => a.number - b.number)

export function isSplittable({ items }: ClientPackage): boolean {
  const unused = items.flatMap(unusedOf)
  return unused.length > 1 && unused.some((pip) => pip.valueMinor > 0)
}
