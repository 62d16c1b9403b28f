// The end of a category: merged into another, or deleted. Says what it holds and where all of it goes, before it happens.

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newKey } from '../../api.ts'
import { IdSelect } from '../../components/id-select.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { sentenceOfError } from '../../errors.ts'
import { type Category, heldWords } from './category-words.ts'

interface Props {
  what: 'merge' | 'delete'
  category: Category
  others: readonly { id: number; name: string }[]
  onClose: () => void
}

export function CategoryEnd({ what, category: { id, name, held }, others, onClose }: Props) {
  const [intoId, setIntoId] = useState<number | null>(null)
  const [isAsked, setAsked] = useState(false)
  const merge = useMutation(api.catalog.mergeCategories.mutationOptions())
  const remove = useMutation(api.catalog.removeCategory.mutationOptions())
  const into = others.find((other) => other.id === intoId)
  const holds = heldWords(held)
  const isMissing = what === 'merge' && !into
  const error = merge.error ?? remove.error

  function go() {
    setAsked(true)
    if (isMissing) return
    const done = (moved: NonNullable<Category['held']>) => {
      const words = heldWords(moved)
      notifyDone(
        into
          ? `${name} is merged into ${into.name}${words ? `, with ${words}` : ''}`
          : `${name} is deleted${words ? `; ${words} ${heldCount(moved) === 1 ? 'has' : 'have'} no category now` : ''}`,
      )
      onClose()
    }
    if (into) merge.mutate({ key: newKey(), id, intoId: into.id }, { onSuccess: done })
    else remove.mutate({ key: newKey(), id }, { onSuccess: done })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={what === 'merge' ? `Merge ${name} into another category` : `Delete ${name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={12}>
        <Text size="sm">{holds ? `It holds ${holds}.` : 'It holds nothing.'}</Text>
        {(what === 'merge' || (holds !== null && others.length > 0)) && (
          <IdSelect
            label={what === 'merge' ? 'Merge into' : 'Move all of it to'}
            placeholder={what === 'merge' ? 'Choose a category' : 'No category'}
            clearable={what === 'delete'}
            searchable
            data-autofocus={what === 'merge' || undefined}
            options={others}
            value={intoId}
            onChange={setIntoId}
            error={isAsked && isMissing ? 'Choose a category.' : undefined}
          />
        )}
        {what === 'merge' && others.length === 0 && <Text size="sm">There is no other category to merge it into.</Text>}
        <Text size="sm">
          {into
            ? `${holds ? `All of it goes to ${into.name}, and ` : ''}${name} is gone.`
            : what === 'delete' && holds
              ? 'All of it stays and has no category then. Nothing else is deleted.'
              : ''}
        </Text>
        {error && (
          <Text size="sm" c="var(--bad)" role="alert">
            {sentenceOfError(error)}
          </Text>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus={what === 'delete' || undefined} onClick={onClose}>
            Go back
          </Button>
          <Button
            {...(what === 'delete' ? { color: 'red' } : {})}
            loading={merge.isPending || remove.isPending}
            disabled={what === 'merge' && others.length === 0}
            onClick={go}
          >
            {what === 'merge' ? 'Merge' : 'Delete category'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

const heldCount = ({ services, products, packages }: NonNullable<Category['held']>) => services + products + packages
