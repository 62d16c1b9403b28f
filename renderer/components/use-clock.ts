// The practice's wall clock, to the minute. It ticks from what the app said last, so that the screen and the records agree
// even where this window's machine does not. The only place in the renderer that reads a clock.

import { useSyncExternalStore } from 'react'
import { addMinutes, dayOf, isLocalDateTime, type LocalDate, type LocalDateTime } from '../../shared/dates.ts'

const MINUTE_MS = 60_000
const LOOK_EVERY_MS = 2_000

let base: { now: LocalDateTime; seconds: number; readAt: number } | null = null

/** Takes over the app's clock: `now` as it was said, `readAt` when it arrived. */
export function setClock(said: string, readAt: number): void {
  const now = said.slice(0, 16)
  if (isLocalDateTime(now)) base = { now, seconds: Number(said.slice(17, 19)) || 0, readAt }
}

export const milliseconds = (): number => Date.now()

function nowOf(): LocalDateTime {
  if (!base) return localOf(new Date())
  return addMinutes(base.now, Math.floor((base.seconds * 1000 + Math.max(0, milliseconds() - base.readAt)) / MINUTE_MS))
}

/** Only until the app has said its own. */
function localOf(at: Date): LocalDateTime {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}` as LocalDateTime
}

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

export function useClock(): { today: LocalDate; now: LocalDateTime } {
  const now = useSyncExternalStore(subscribe, nowOf)
  return { today: dayOf(now), now }
}
