// Sets a password or a PIN: one's own from the staff menu, anybody's from the staff settings. What is left empty stays as it is.

import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { Pin, Secret } from '../../shared/contract/setup.ts'
import { api } from '../api.ts'
import { notifyDone } from './notify-done.tsx'
import { showError } from './show-error.tsx'

const empty = z.literal('')
const Values = z
  .object({ password: z.union([empty, Secret]), pin: z.union([empty, Pin]) })
  .refine((v) => v.password !== '' || v.pin !== '', { path: ['password'], message: 'Enter a new password, a new PIN, or both.' })

interface Props {
  staffId: number
  /** Whose they are; null: one's own. */
  name: string | null
  opened: boolean
  onClose: () => void
}

export function SecretsDialog({ opened, onClose, ...whose }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={whose.name === null ? 'Change my password or PIN' : `Password and PIN of ${whose.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened ? <SecretsForm {...whose} onClose={onClose} /> : null}
    </Modal>
  )
}

function SecretsForm({ staffId, onClose }: Omit<Props, 'opened'>) {
  const form = useForm({ initialValues: { password: '', pin: '' }, validate: schemaResolver(Values, { sync: true }) })
  const set = useMutation(api.staff.setSecrets.mutationOptions())
  const submit = form.onSubmit(({ password, pin }) =>
    set.mutate(
      { staffId, password: password || null, pin: pin || null },
      {
        onSuccess: () => {
          onClose()
          notifyDone(password && pin ? 'New password and PIN set' : password ? 'New password set' : 'New PIN set')
        },
        onError: (error) => showError(error, form),
      },
    ),
  )
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <PasswordInput
          label="New password"
          description="At least 8 characters. Empty: stays as it is."
          autoComplete="new-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label="New PIN"
          description="4 to 8 digits. Empty: stays as it is."
          autoComplete="off"
          inputMode="numeric"
          visibilityToggleButtonProps={{ 'aria-label': 'Show PIN', tabIndex: 0 }}
          {...form.getInputProps('pin')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={set.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
