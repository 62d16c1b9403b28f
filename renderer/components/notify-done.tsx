// The notices at the bottom: what was done, with an Undo for ten seconds, and what went wrong.

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import styles from './notify-done.module.css'

const UNDO_FOR_MS = 10_000
const READ_FOR_MS = 5_000

interface Options {
  /** The command that takes it back. */
  undo?: () => void
  /** What one does next: "Print refund note". */
  next?: { label: string; onClick: () => void }
}

export function notifyDone(message: string, { undo, next }: Options = {}): void {
  const id = crypto.randomUUID()
  const actions = [...(next ? [next] : []), ...(undo ? [{ label: 'Undo', onClick: undo }] : [])]
  notifications.show({
    id,
    color: 'green',
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: actions.length > 0 ? UNDO_FOR_MS : READ_FOR_MS,
    message: (
      <span className={styles.line}>
        <span dir="auto">{message}</span>
        {actions.map(({ label, onClick }) => (
          <Button
            key={label}
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              notifications.hide(id)
              onClick()
            }}
          >
            {label}
          </Button>
        ))}
      </span>
    ),
  })
}

export function notifyProblem(message: string): void {
  notifications.show({
    color: 'red',
    icon: <IconAlertTriangle size={16} aria-hidden />,
    autoClose: READ_FOR_MS * 2,
    message,
    role: 'alert',
  })
}
