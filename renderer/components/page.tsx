// The body of a screen below the top bar: its margins, and one place that scrolls, which Back finds as it was left.

import { type ReactNode, useMemo, useRef } from 'react'
import { PlaceContext } from './place/place-context.ts'
import { usePlace } from './place/use-place.ts'
import styles from './page.module.css'

export function Page({ children }: { children: ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = usePlace(scroller)
  const here = useMemo(() => ({ place, scroller }), [place])
  return (
    <PlaceContext value={here}>
      <div ref={scroller} className={styles.scroll} data-scroller>
        <div className={styles.page}>{children}</div>
      </div>
    </PlaceContext>
  )
}
