// What is shown where no screen is: an address nobody knows, or a screen that broke.

import { Button, Group } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { Page } from '../components/page.tsx'
import { refusalOf } from '../errors.ts'

export function UnknownAddress() {
  const navigate = useNavigate()
  return (
    <Page>
      <EmptyState
        isPage
        title="There is no such page."
        action={<Button onClick={() => void navigate({ to: '/calendar' })}>Go to the calendar</Button>}
      >
        The address may be mistyped, or what it pointed to was never here.
      </EmptyState>
    </Page>
  )
}

export function BrokenScreen({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  const actions = (
    <Group gap="sm">
      <Button onClick={again}>Try again</Button>
      <Button variant="default" onClick={() => window.location.reload()}>
        Load Tenpack anew
      </Button>
    </Group>
  )
  return (
    <Page>
      <EmptyState isPage title="This page could not be shown." action={actions}>
        {refusalOf(error)?.sentence ??
          'Tenpack may have been stopped, or a fault keeps the page from being drawn. Whatever was saved is safe.'}
      </EmptyState>
    </Page>
  )
}
