// Marks what is kept but no longer offered; says nothing of the others.

import { ToneBadge } from '../../components/state-badge.tsx'

export function ActiveBadge({ active, words }: { active: boolean; words: string }) {
  return active ? null : <ToneBadge>{words}</ToneBadge>
}
