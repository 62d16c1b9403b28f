// The one element that moves while something is dragged or nudged: written straight to the page, so that a drag
// draws nothing else again. React renders it once, empty, and never touches it afterwards.

import { clockOf, toPx } from './layout.ts'
import type { Place } from './types.ts'

export interface Preview {
  show: (place: Place, columns: readonly string[], look: { tone: string; title: string }) => void
  hide: () => void
}

export function previewOn(element: HTMLElement, baseClass: string): Preview {
  const [when, title] = Array.from(element.children) as [HTMLElement, HTMLElement]
  return {
    show({ column, from, to }, columns, look) {
      const share = 100 / columns.length
      element.className = `${baseClass} ${look.tone}`
      element.style.left = `calc(${share * columns.indexOf(column)}% + 4px)`
      element.style.width = `calc(${share}% - 9px)`
      element.style.top = `${toPx(from)}px`
      element.style.height = `${toPx(to - from) - 2}px`
      when.textContent = `${clockOf(from)} – ${clockOf(to)}`
      title.textContent = look.title
      element.hidden = false
    },
    hide() {
      element.hidden = true
    },
  }
}
