// Under a text that is edited in place: another window changed it meanwhile. Both stand there, so that saving is no surprise.

import { Text } from '@mantine/core'

export function ChangedText({ before, now }: { before: string; now: string }) {
  if (now === before) return null
  return (
    <Text size="sm" role="alert" dir="auto">
      {now === '' ? 'It was emptied in another window meanwhile.' : `It was changed in another window meanwhile. It is now: “${now}”`}{' '}
      Saving puts what you typed in its place.
    </Text>
  )
}
