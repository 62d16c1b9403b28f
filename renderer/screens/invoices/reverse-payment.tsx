// Asks why a payment is given back, since that can't be undone: it becomes a payment below zero by the same method.

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import { useFocusReturn } from '../../components/use-focus-return.ts'
import { byMethod, type Payment } from './invoice-words.ts'

interface Props {
  payment: Payment
  currency: string
  onClose: () => void
}

export function ReversePayment({ payment, currency, onClose }: Props) {
  useFocusReturn()
  const reverse = useMutation(api.payments.reverse.mutationOptions())
  const [key] = useState(newKey)
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? 'Enter a reason.' : null) },
  })
  const amount = formatMoney(payment.amountMinor, currency)
  const submit = form.onSubmit(({ reason }) =>
    reverse.mutate(
      { key, paymentId: payment.id, reason },
      {
        onSuccess: () => {
          notifyDone(`${amount} given back ${byMethod(payment.method)}.`)
          onClose()
        },
        onError: (error) => showError(error, form),
      },
    ),
  )

  return (
    <Modal opened onClose={onClose} title={`Give back ${amount} ${currency}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap={14}>
          <Text size="sm">
            The whole payment goes back {byMethod(payment.method)}. What it paid is due again. This can’t be undone, but a new payment can
            be taken at any time.
          </Text>
          <TextInput label="Reason" required maxLength={200} data-autofocus {...form.getInputProps('reason')} />
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              Go back
            </Button>
            <Button type="submit" color="red" loading={reverse.isPending}>
              Give back {amount}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
