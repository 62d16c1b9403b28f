// The drawer at the right, beside what it is about: never a modal, so the calendar stays in use. Esc closes it.
// Focus goes to its first field when it opens, or when that has come, and back to where it was when it closes.

import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useDrawerPlace } from './drawer-place.tsx'
import styles from './side-drawer.module.css'
import { useFocusBack } from './use-focus-back.ts'
import { useFocusReturn } from './use-focus-return.ts'

interface Props {
  title: ReactNode
  opened: boolean
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}

export function SideDrawer(props: Props) {
  const place = useDrawerPlace()
  if (!props.opened || !place) return null
  return createPortal(<Drawer {...props} />, place)
}

function Drawer({ title, onClose, footer, children }: Props) {
  const titleId = useId()
  const body = useRef<HTMLDivElement>(null)
  useFocusReturn()
  useFocusInside(body)
  useFocusBack(body)

  return (
    <div
      className={styles.drawer}
      role="dialog"
      aria-labelledby={titleId}
      ref={body}
      tabIndex={-1}
      onKeyDown={(event) => {
        // An open list of choices closes first; Mantine marks its field so.
        const hasOpenList = (event.target as HTMLElement).dataset['mantineStopPropagation'] === 'true'
        if (event.key !== 'Escape' || event.defaultPrevented || hasOpenList) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title} dir="auto" title={typeof title === 'string' ? title : undefined}>
          {title}
        </h2>
        <span className={styles.hint}>
          <kbd>Esc</kbd>
        </span>
        <CloseButton size="sm" aria-label="Close" onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {footer ? <div className={styles.foot}>{footer}</div> : null}
    </div>
  )
}

function useFocusInside(body: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const drawer = body.current
    if (!drawer || drawer.contains(document.activeElement)) return
    const focusField = () => {
      const field =
        drawer.querySelector<HTMLElement>('[data-autofocus]') ??
        drawer.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled]), select:not([disabled])')
      ;(field ?? drawer).focus()
    }
    focusField()
    // The fields may still have to come; until then the drawer itself has the focus.
    const watcher = new MutationObserver(() => {
      if (document.activeElement === drawer) focusField()
      if (document.activeElement !== drawer) watcher.disconnect()
    })
    if (document.activeElement === drawer) watcher.observe(drawer, { subtree: true, childList: true })
    return () => watcher.disconnect()
  }, [body])
}
