// At the head of a form: what was typed there before, and lost by a crash or a lock, can be put back.

import { Alert, Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { DraftOffered } from './use-draft.ts'

export function DraftOffer({ draft }: { draft: DraftOffered | null }) {
  if (draft === null) return null
  return (
    <Alert role="status" icon={<IconHistory size={18} aria-hidden />} title="What you typed here before is still there.">
      <Group gap={8}>
        <Button size="xs" variant="default" onClick={draft.putBack}>
          Put it back
        </Button>
        <Button size="xs" variant="subtle" onClick={draft.discard}>
          Discard
        </Button>
      </Group>
    </Alert>
  )
}
