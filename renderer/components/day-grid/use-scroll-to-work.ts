// Scrolls the grid to where the work of the day begins, once for each day or week that is shown.

import { type RefObject, useLayoutEffect, useRef } from 'react'
import { DAY, toMinutes, topOf, toPx } from './layout.ts'
import type { GridColumn, Span } from './types.ts'

export function useScrollToWork(
  scroller: RefObject<HTMLDivElement | null>,
  scrollKey: string,
  columns: readonly GridColumn[],
  tiles: readonly Span[],
  now: number | null,
) {
  const done = useRef<string | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || columns.length === 0 || done.current === scrollKey) return
    done.current = scrollKey
    const starts = [...columns.flatMap((c) => c.open), ...tiles].filter((span) => span.to - span.from < DAY.to).map((span) => span.from)
    element.scrollTop = toPx(topOf(starts, columns.some((c) => c.isNow) ? now : null, toMinutes(element.clientHeight)))
  })
}
