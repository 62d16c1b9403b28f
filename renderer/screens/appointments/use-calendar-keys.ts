// The keys of the calendar, when no field has the focus: N books, T is today, arrows go from day to day.

import { useEffect, useEffectEvent } from 'react'

interface Keys {
  onBook: (() => void) | null
  onToday: () => void
  onStep: (by: 1 | -1) => void
}

/** Fields, menus and drawers keep their keys to themselves; the grid has already taken its own. */
const isTaken = (event: KeyboardEvent): boolean => {
  const target = event.target as HTMLElement
  const elsewhere = target !== document.body && target.closest('main') === null
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    elsewhere ||
    target.matches('input, textarea, select, [contenteditable], [role=option]')
  )
}

export function useCalendarKeys(keys: Keys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return
    const key = event.key.toLowerCase()
    if (key === 'n' && keys.onBook) keys.onBook()
    else if (key === 't') keys.onToday()
    else if (key === 'arrowleft') keys.onStep(-1)
    else if (key === 'arrowright') keys.onStep(1)
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listening = new AbortController()
    window.addEventListener('keydown', (event) => onKeyDown(event), { signal: listening.signal })
    return () => listening.abort()
  }, [])
}
