// Takes the cancelling of a client package back, after saying what returns and what is due again.

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, formatMoney, plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { focusWhenShown } from '../../focus-when-shown.ts'
import { notifyDone } from '../../notify-done.tsx'
import { QueryState } from '../../query-state.tsx'
import { useFocusReturn } from '../../use-focus-return.ts'
import { showError } from '../../show-error.tsx'
import type { ClientPackage } from '../client-package-words.ts'

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function ReactivateDialog({ clientPackage: { id, name }, onClose }: Props) {
  useFocusReturn()
  const preview = useQuery(api.clientPackages.previewReactivate.queryOptions({ input: { id } }))
  const reactivate = useMutation(api.clientPackages.reactivate.mutationOptions())
  const [key] = useState(newKey)
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? 'Enter a reason.' : null) },
  })
  const submit = form.onSubmit(({ reason }) =>
    reactivate.mutate(
      { key, id, reason },
      {
        onSuccess: (card) => {
          notifyDone(card.dueMinor > 0 ? `${name} is back; ${formatMoney(card.dueMinor, card.currency)} is due.` : `${name} is back.`)
          onClose()
        },
        onError: (error) => showError(error, form),
      },
    ),
  )
  return (
    <Modal opened onClose={onClose} title={<bdi>Reactivate {name}?</bdi>} closeButtonProps={{ 'aria-label': 'Close' }}>
      <QueryState query={preview}>
        {(data) => (
          <form onSubmit={submit} noValidate>
            <Stack gap={14}>
              <Text size="sm">
                It was cancelled on {formatDate(data.cancelledOn)}.{' '}
                {data.endedOn !== null
                  ? `It ended on ${formatDate(data.endedOn)}, so its sessions lapse at once, until its end is changed. `
                  : data.sessions > 0
                    ? `${plural(data.sessions, 'session')} ${data.sessions === 1 ? 'is' : 'are'} free again. `
                    : data.unlimited && 'It can be booked on again. '}
                Visits that were taken off it stay off.
                {data.invoice !== null &&
                  data.dueMinor > 0 &&
                  ` ${formatMoney(data.dueMinor, data.currency)} is due on invoice ${data.invoice.number} again${data.planned ? ', by its plan of instalments' : ''}.`}
              </Text>
              <TextInput
                label="Reason"
                required
                dir="auto"
                maxLength={200}
                data-autofocus
                ref={focusWhenShown}
                {...form.getInputProps('reason')}
              />
              <Group justify="flex-end" gap={8}>
                <Button variant="default" onClick={onClose}>
                  Go back
                </Button>
                <Button type="submit" loading={reactivate.isPending}>
                  Reactivate
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </QueryState>
    </Modal>
  )
}
