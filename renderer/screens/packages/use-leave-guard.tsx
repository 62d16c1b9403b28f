// Asks before a page with unsaved changes is left, by a link, by Back or by closing the window.
// `allow()` lets a navigation through right after saving, when React has not drawn the clean form yet.

import { Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { confirmDialog } from '../../components/confirm-dialog.tsx'

export function useLeaveGuard(hasChanges: boolean): { allow: () => void } {
  const allowed = useRef(false)
  const blocks = () => hasChanges && !allowed.current
  useBlocker({
    enableBeforeUnload: blocks,
    shouldBlockFn: ({ current, next }) => {
      if (!blocks() || current.pathname === next.pathname) return false
      return new Promise<boolean>((decide) => {
        confirmDialog({
          title: 'Leave without saving?',
          children: <Text size="sm">What you changed on this page is not saved yet.</Text>,
          confirm: 'Leave',
          danger: true,
          onConfirm: () => decide(false),
          onCancel: () => decide(true),
        })
      })
    },
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
