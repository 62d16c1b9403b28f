// The split of a charge over its sessions, changed by hand: whatever one session gains another gives. Pure.

import { type Minor, subtract, sum } from '../money.ts'

export interface NewValue {
  /** What it was worth when the person began to change it. */
  beforeMinor: Minor
  valueMinor: Minor
}

/** How much more the new values come to than the old ones; the split adds up when it is 0. */
export const splitDifference = (values: readonly NewValue[]): Minor =>
  subtract(sum(values.map((v) => v.valueMinor)), sum(values.map((v) => v.beforeMinor)))
