// Gives the focus back to where it was when something that lay over the screen closes. An item of a menu goes with its menu, so
// then it is what had the focus before the menu: the button that opened it.

import { useEffect, useState } from 'react'

let last: HTMLElement | null = null
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && !target.closest('[role="menu"]')) last = target
})

export function useFocusReturn(): void {
  const [before] = useState(() => last) // as it is first drawn: its own fields have not been focused yet
  useEffect(
    () => () => {
      // What had the focus is gone by then, or about to go.
      requestAnimationFrame(() => {
        const { activeElement } = document
        if ((!activeElement || activeElement === document.body) && before?.isConnected) before.focus({ preventScroll: true })
      })
    },
    [before],
  )
}
