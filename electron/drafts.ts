// Keeps what stands in unsaved forms, in memory only: it goes with the sign-in that typed it, and with the process.

import type { Drafts } from './host.ts'

const MOST_A_WINDOW = 20

export function makeDrafts(): Drafts & { forget(sessionId: string): void } {
  const kept = new Map<string, Map<string, string>>() // by session, in the order they were last typed in
  return {
    keep(sessionId, name, values) {
      const own = kept.get(sessionId) ?? new Map<string, string>()
      own.delete(name)
      own.set(name, values)
      for (const old of [...own.keys()].slice(0, -MOST_A_WINDOW)) own.delete(old)
      kept.set(sessionId, own)
    },
    find: (sessionId, name) => kept.get(sessionId)?.get(name) ?? null,
    drop: (sessionId, name) => void kept.get(sessionId)?.delete(name),
    forget: (sessionId) => void kept.delete(sessionId),
  }
}
