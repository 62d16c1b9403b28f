// What can be changed on a client package from its menu, and by its pencils: each has a drawer.

/** Of which item, where that was said. */
export interface Changing {
  change: Change
  itemId?: number
}
export type Change = 'adjust' | 'earlier' | 'end' | 'hold' | 'split' | 'notes' | 'transfer' | 'upgrade' | 'merge'
