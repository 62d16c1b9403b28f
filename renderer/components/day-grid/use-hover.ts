// The quarter hour under the mouse, shown on free time: what a click there would book. Written straight to the page.

import { type PointerEvent, type RefObject, useRef } from 'react'
import { clockOf, columnAt, stepAt, toMinutes, toPx } from './layout.ts'
import type { GridColumn } from './types.ts'

export function useHover(body: RefObject<HTMLDivElement | null>, columns: readonly GridColumn[]) {
  const ref = useRef<HTMLDivElement>(null)

  function onPointerMove(event: PointerEvent): void {
    const hover = ref.current
    if (!hover || !body.current) return
    hover.hidden = true
    if (event.target !== body.current || event.pointerType === 'touch' || body.current.dataset['dragging']) return
    const box = body.current.getBoundingClientRect()
    const column = columnAt(event.clientX - box.left, box.width, columns.length)
    if (!columns[column]?.bookable) return
    const from = stepAt(toMinutes(event.clientY - box.top))
    hover.style.left = `calc(${(100 / columns.length) * column}% + 4px)`
    hover.style.width = `calc(${100 / columns.length}% - 9px)`
    hover.style.top = `${toPx(from)}px`
    hover.textContent = clockOf(from)
    hover.hidden = false
  }

  const hide = () => {
    if (ref.current) ref.current.hidden = true
  }

  return { ref, onPointerMove, hide }
}
