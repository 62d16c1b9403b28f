// Which lines of the table are drawn: those near the screen, the headers over them, and those that somebody is busy with, so
// that nothing typed or carried is lost by scrolling.

import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { groupKey } from './packages-order.ts'
import type { Line } from './table-lines.ts'

type Stay = (key: string, stays: boolean) => void

export const StayContext = createContext<Stay | null>(null)

/** While `isBusy`, that line stays drawn, wherever the list is scrolled to. */
export function useStaysDrawn(key: string, isBusy: boolean): void {
  const stay = useContext(StayContext)
  useEffect(() => {
    if (!isBusy) return undefined
    stay?.(key, true)
    return () => stay?.(key, false)
  }, [stay, key, isBusy])
}

export function useStaying() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [touched, setTouched] = useState<string | null>(null)
  const stay = useMemo<Stay>(
    () => (key, stays) => setKeys((before) => (stays ? before.union(new Set([key])) : before.difference(new Set([key])))),
    [],
  )
  return { stay, touch: setTouched, staying: useMemo(() => (touched === null ? keys : keys.union(new Set([touched]))), [keys, touched]) }
}

/** The indexes of what is drawn, from top to bottom. */
export function drawnOf(lines: readonly Line[], near: readonly number[], staying: ReadonlySet<string>): number[] {
  const drawn = new Set(near)
  if (staying.size > 0) for (const [i, line] of lines.entries()) if (staying.has(line.key)) drawn.add(i)
  let header = -1
  const headers = lines.map((line, i) => (line.row === null ? (header = i) : header))
  for (const i of drawn) if ((headers[i] ?? -1) >= 0) drawn.add(headers[i]!)
  return [...drawn].filter((i) => i < lines.length).sort((a, b) => a - b)
}

interface Body {
  key: string
  /** `gap`: so much is not drawn before it. */
  parts: { index: number; line: Line; gap: number }[]
  /** So much is not drawn behind the last of them, in the last body. */
  rest: number
}

/** What is drawn, by group, with the gaps in between. `at`: from where to where each line stands; `end`: where the list ends. */
export function bodiesOf(
  lines: readonly Line[],
  drawn: readonly number[],
  at: readonly { start: number; end: number }[],
  end: number,
): Body[] {
  const bodies: Body[] = []
  let last = at[0]?.start ?? end
  for (const index of drawn) {
    const [line, place] = [lines[index], at[index]]
    if (!line || !place) continue
    const key = line.group ? groupKey(line.group.categoryId) : 'all'
    if (bodies.at(-1)?.key !== key) bodies.push({ key, parts: [], rest: 0 })
    bodies.at(-1)!.parts.push({ index, line, gap: place.start - last })
    last = place.end
  }
  if (bodies.length === 0) bodies.push({ key: 'all', parts: [], rest: 0 })
  bodies.at(-1)!.rest = end - last
  return bodies
}
