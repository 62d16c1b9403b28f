// What a screen tells what stands in it: the element that scrolls, and the place in the window's history that it is.

import { createContext, type RefObject, useContext, useEffect, useState } from 'react'
import type { Place } from './places.ts'

interface PlaceHere {
  place: Place
  scroller: RefObject<HTMLElement | null>
}

export const PlaceContext = createContext<PlaceHere | null>(null)

export function usePlaceHere(): PlaceHere {
  const here = useContext(PlaceContext)
  if (!here) throw new Error('A list outside a page')
  return here
}

/** As useState, but Back finds it as it was left. */
export function useKept<T>(name: string, initial: T) {
  const { place } = usePlaceHere()
  const [value, setValue] = useState(() => (place.kept.has(name) ? (place.kept.get(name) as T) : initial))
  useEffect(() => void place.kept.set(name, value), [place, name, value])
  return [value, setValue] as const
}
