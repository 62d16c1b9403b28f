// Asks before what is not saved would be lost: by a link, by Back or by closing the window.
// `allow()` lets a navigation through right after saving, when React has not drawn the clean form yet.

import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { confirmDialog } from './confirm-dialog.tsx'

/** Whether the person leaves what they typed. */
export const askToLeave = (): Promise<boolean> =>
  new Promise((decide) => {
    confirmDialog({
      title: 'Leave without saving?',
      children: 'What you changed here is not saved yet.',
      confirm: 'Leave',
      danger: true,
      onConfirm: () => decide(true),
      onCancel: () => decide(false),
    })
  })

export function useLeaveGuard(hasChanges: boolean): { allow: () => void } {
  const allowed = useRef(false)
  const blocks = () => hasChanges && !allowed.current
  useBlocker({
    enableBeforeUnload: blocks,
    shouldBlockFn: async ({ current, next }) => blocks() && current.pathname !== next.pathname && !(await askToLeave()),
  })
  useEffect(() => {
    if (!hasChanges) allowed.current = false
  }, [hasChanges])
  return {
    allow: () => {
      allowed.current = true
    },
  }
}
