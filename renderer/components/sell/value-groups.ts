// Sessions of the same item that change alike, one after the other, as one line.

interface Change {
  label: string
  number: number
  beforeMinor: number
  afterMinor: number
}

export interface Group {
  label: string
  from: number
  through: number
  beforeMinor: number
  afterMinor: number
}

export function groupChanges(changes: readonly Change[]): Group[] {
  const groups: Group[] = []
  for (const { label, number, beforeMinor, afterMinor } of changes) {
    const last = groups.at(-1)
    const joins = last?.label === label && last.through === number - 1 && last.beforeMinor === beforeMinor && last.afterMinor === afterMinor
    if (joins) last.through = number
    else groups.push({ label, from: number, through: number, beforeMinor, afterMinor })
  }
  return groups
}
