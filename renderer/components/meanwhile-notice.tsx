// At the head of a form: another window changed what it is about. What was typed is still there, and nothing is saved over that.

import { Alert, Button, Group, Text } from '@mantine/core'
import { IconHistory, IconUsers } from '@tabler/icons-react'
import type { Meanwhile } from './use-meanwhile.ts'

const NOT_SAVED = 'Not saved. What you typed is still here.'
const NOTICED = {
  title: 'Changed in another window. What you typed is still here.',
  text: 'Look at it as it is now before you save.',
}

export function MeanwhileNotice({ meanwhile }: { meanwhile: Meanwhile | null }) {
  if (meanwhile === null) return null
  const { refusal, showNow, kept } = meanwhile
  if (kept)
    return (
      <Alert role="status" icon={<IconHistory size={18} aria-hidden />} title="This is how it is now. What you typed is kept.">
        <Group gap={8}>
          <Button size="xs" variant="default" ref={focusInView} onClick={kept.putBack}>
            Put mine back
          </Button>
          <Button size="xs" variant="subtle" onClick={kept.discard}>
            Discard mine
          </Button>
        </Group>
      </Alert>
    )
  return (
    <Alert role="alert" color="yellow" icon={<IconUsers size={18} aria-hidden />} title={refusal ? NOT_SAVED : NOTICED.title}>
      <Text size="sm" mb={8} dir="auto">
        {refusal ?? NOTICED.text}
      </Text>
      <Button
        size="xs"
        variant="default"
        loading={showNow === null}
        ref={refusal && showNow ? focusInView : null}
        onClick={() => showNow?.()}
      >
        Show as it is now
      </Button>
    </Alert>
  )
}

/** For `ref`: it may stand above what is seen of a long form. One function for all, so that React calls it once. */
function focusInView(button: HTMLElement | null): void {
  button?.focus({ preventScroll: true })
  button?.scrollIntoView({ block: 'center' })
}
