// Brings a screen back to where it was left, and remembers where it is left. A long list may have to be read and drawn first,
// so it is tried until it is there, or until somebody scrolls.

import { useLocation, useMatch, useRouter } from '@tanstack/react-router'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type Place, placeAt } from './places.ts'

const LONGEST_MS = 3_000
const OWN_WAYS = ['wheel', 'pointerdown', 'keydown'] as const

/** The place of the screen that is drawn, which is not yet the one of the address while the next screen comes. */
export function usePlace(scroller: RefObject<HTMLElement | null>): Place {
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname })
  const index = useLocation({ select: ({ pathname, state }) => (pathname === path ? state.__TSR_index : null) })
  const latest = useRef(useRouter().history.location.state.__TSR_index)
  if (index !== null) latest.current = index
  const place = placeAt(latest.current, path)

  const shown = useRef(path)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    if (place.top === null && shown.current !== path) element.scrollTop = 0
    shown.current = path
    const coming = place.top === null ? null : comeBack(element, place)
    return () => {
      if (coming?.isUnderWay()) return coming.stop()
      place.top = element.scrollTop
      const { activeElement } = document
      place.link = element.contains(activeElement) ? (activeElement?.getAttribute('href') ?? null) : null
    }
  }, [place, path, scroller])
  return place
}

function comeBack(element: HTMLElement, { top, link }: Place) {
  let frame: number | null = 0
  const stop = () => {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    clearTimeout(timer)
    for (const way of OWN_WAYS) window.removeEventListener(way, stop, true)
  }
  const timer = setTimeout(stop, LONGEST_MS)
  for (const way of OWN_WAYS) window.addEventListener(way, stop, true)
  const step = () => {
    element.scrollTop = top ?? 0
    const isThere = Math.abs(element.scrollTop - (top ?? 0)) <= 1
    if (isThere && hasFocused(element, link)) stop()
    else frame = requestAnimationFrame(step)
  }
  step()
  return { stop, isUnderWay: () => frame !== null }
}

/** Not if something else has the focus already, such as a search field. */
function hasFocused(element: HTMLElement, link: string | null): boolean {
  if (link === null || document.activeElement !== document.body) return true
  const found = [...element.querySelectorAll<HTMLElement>('a[href]')].find((a) => a.getAttribute('href') === link)
  found?.focus({ preventScroll: true })
  return found !== undefined
}
