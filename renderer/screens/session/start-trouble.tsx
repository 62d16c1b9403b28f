// When there is nothing to show yet: Tenpack does not answer, or was started anew and this window is not let in.

import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { sentenceOfError } from '../../errors.ts'
import { Doorway } from './doorway.tsx'
import styles from './sign-in.module.css'

export function StartTrouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Doorway title="Tenpack" sample={false}>
      <p className={styles.trouble} role="alert">
        {sentenceOfError(error)}
      </p>
      <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
        Try again
      </Button>
    </Doorway>
  )
}
