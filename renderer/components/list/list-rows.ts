// How the rows of a list behave: a click anywhere opens the row, and the arrow keys go from row to row and from the
// first one back to the search field. The row's link is what keyboard and screen reader find, so a row needs one.

import type { KeyboardEvent, MouseEvent } from 'react'

/** Not when a link or button in the row was meant, and not while text is being selected. */
export function openByMouse(event: MouseEvent<HTMLElement>, open: () => void): void {
  const own = event.target instanceof Element && event.target.closest('a, button, input, [role="menu"]')
  if (own || !event.currentTarget.contains(event.target as Node) || window.getSelection()?.isCollapsed === false) return
  event.currentTarget.querySelector<HTMLElement>('a[data-row]')?.focus({ preventScroll: true }) // Back finds it there
  open()
}

export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (!(event.target instanceof HTMLAnchorElement)) return
  const links = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('tbody a[data-row]') ?? [])]
  const at = links.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  const next = at < 0 ? document.querySelector<HTMLElement>('[role="search"] input[type="search"]') : links[at]
  next?.focus()
}

/** From the search field above into the list. */
export const focusFirstRow = (): void => document.querySelector<HTMLElement>('tbody a[data-row]')?.focus()
