// What is shown where no screen is: an address nobody knows, or a screen that broke.

import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { Page } from '../components/page.tsx'
import { sentenceOfError } from '../errors.ts'

export function UnknownAddress() {
  const navigate = useNavigate()
  return (
    <Page>
      <EmptyState
        title="There is no such page."
        action={<Button onClick={() => void navigate({ to: '/calendar' })}>Go to the calendar</Button>}
      >
        The address may be mistyped, or what it pointed to was never here.
      </EmptyState>
    </Page>
  )
}

export function BrokenScreen({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Page>
      <EmptyState title="This page could not be shown." action={<Button onClick={reset}>Try again</Button>}>
        {sentenceOfError(error)}
      </EmptyState>
    </Page>
  )
}
