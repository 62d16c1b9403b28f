// Reads a time of the day as people type it: 9, 930, 9.30, 9:30, 9h30, 2pm, 14:05.

import { isLocalTime, type LocalTime } from './dates.ts'

export function parseTime(text: string): LocalTime | undefined {
  const match = /^(\d{1,2})(?:\s*[:.,h ]?\s*(\d{2}))?\s*h?\s*([ap])?\.?(?:m\.?)?$/iu.exec(text.trim())
  if (!match) return undefined
  const [, hours = '', minutes = '00', half] = match
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined
  const time = `${String(hour).padStart(2, '0')}:${minutes}`
  return isLocalTime(time) ? time : undefined
}

/** Moves a time by minutes to a whole step, staying within the day: 9:10 up by 15 is 9:15. */
export function stepTime(time: LocalTime, by: number): LocalTime {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const size = Math.abs(by)
  const next = by > 0 ? Math.floor(at / size) * size + size : Math.ceil(at / size) * size - size
  const kept = Math.min(Math.max(next, 0), 24 * 60 - size)
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}` as LocalTime
}
