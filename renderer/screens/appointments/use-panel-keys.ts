// One-key commands of the drawer: they work while it has the focus, outside its fields.

import { useEffect, useEffectEvent } from 'react'

export function usePanelKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const inside = target === document.body || target.closest('[role=dialog]:not([aria-modal=true])') !== null
    if (!inside || target.matches('input, textarea, select, [contenteditable]')) return
    const command = keys[event.key.toLowerCase()]
    if (!command) return
    event.preventDefault()
    command()
  })
  useEffect(() => {
    const listening = new AbortController()
    window.addEventListener('keydown', (event) => onKeyDown(event), { signal: listening.signal })
    return () => listening.abort()
  }, [])
}
