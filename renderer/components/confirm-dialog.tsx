// Asks before what can't be undone, and only then. Says what will happen, and the button says it again as a verb.

import { modals } from '@mantine/modals'
import type { ReactNode } from 'react'

const AUTOFOCUS = { 'data-autofocus': true }

interface Question {
  title: string
  children: ReactNode
  /** The verb: "Cancel package". */
  confirm: string
  /** Destroys something: the button is red. */
  danger?: boolean
  onConfirm: () => void
  /** Called however the question is closed without a yes. */
  onCancel?: () => void
}

export function confirmDialog({ title, children, confirm, danger = false, onConfirm, onCancel }: Question): void {
  let isConfirmed = false
  modals.openConfirmModal({
    title,
    children,
    labels: { confirm, cancel: 'Go back' },
    // Enter confirms what can be undone, and goes back from what can't.
    confirmProps: danger ? { color: 'red' } : AUTOFOCUS,
    cancelProps: danger ? AUTOFOCUS : {},
    closeButtonProps: { 'aria-label': 'Close' },
    onConfirm: () => {
      isConfirmed = true
      onConfirm()
    },
    onClose: () => {
      if (!isConfirmed) onCancel?.()
    },
  })
}
