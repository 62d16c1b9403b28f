// Gives the focus back to what lost it by being disabled: a button is, while what it does is under way. Without this
// the keyboard is nowhere after a refusal, and neither Enter nor Esc reaches the drawer.

import { type RefObject, useEffect } from 'react'

export function useFocusBack(inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = inside.current
    if (!box) return
    let last: EventTarget | null = null
    const remember = (event: FocusEvent) => {
      last = event.target
    }
    const watcher = new MutationObserver((records) => {
      const isBack = records.some(({ target }) => target === last)
      if (isBack && document.activeElement === document.body && last instanceof HTMLElement && !last.matches(':disabled')) last.focus()
    })
    box.addEventListener('focusin', remember)
    watcher.observe(box, { subtree: true, attributes: true, attributeFilter: ['disabled'] })
    return () => {
      box.removeEventListener('focusin', remember)
      watcher.disconnect()
    }
  }, [inside])
}
