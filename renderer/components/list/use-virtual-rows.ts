// Only the rows of a long list that are near the screen are drawn. How high each was is kept with the place of the screen, so
// that Back comes to the same row.

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { usePlaceHere } from '../place/place-context.ts'

const MORE = 8 // rows above and below what is seen

interface Options {
  /** What stands first in the table, right above the first row; it may stay in sight while the rest is scrolled. */
  head: RefObject<HTMLElement | null>
  count: number
  /** The same functions while the rows are the same: others would have all of them measured anew, at every frame. */
  keyOf: (index: number) => string | number
  heightOf: (index: number) => number
}

export function useVirtualRows({ head, count, keyOf, heightOf }: Options) {
  const { place, scroller } = usePlaceHere()
  const [above, setAbove] = useState(0) // from the top of what scrolls to the first row
  useLayoutEffect(() => {
    const [bar, table, page] = [head.current, head.current?.parentElement, scrollerOf(head.current)]
    if (!bar || !table || !page?.firstElementChild) return undefined
    const topOf = (element: Element) => element.getBoundingClientRect().top
    const look = () => setAbove(Math.round(topOf(table) - topOf(page) + page.scrollTop + bar.offsetHeight))
    const watcher = new ResizeObserver(look)
    watcher.observe(page.firstElementChild)
    look()
    return () => watcher.disconnect()
  }, [head])
  const virtual = useVirtualizer<Element, Element>({
    count,
    getScrollElement: () => scrollerOf(head.current),
    initialOffset: () => scroller.current?.scrollTop ?? place.top ?? 0,
    initialMeasurementsCache: (place.kept.get('heights') as VirtualItem[] | undefined) ?? [],
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: MORE,
    scrollMargin: above,
  })
  useLayoutEffect(() => () => void place.kept.set('heights', virtual.takeSnapshot()), [place, virtual])
  return { virtual, above }
}

const scrollerOf = (inside: HTMLElement | null): Element | null => inside?.closest('[data-scroller]') ?? null
