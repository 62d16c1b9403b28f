// What can be done with a package from its row. Making it inactive can be undone at once, so only deleting asks first.

import { Menu, Stack, Text } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCopy,
  IconDots,
  IconEdit,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  IconUsers,
  IconVersions,
} from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { confirmDialog } from '../../../components/confirm-dialog.tsx'
import { notifyDone } from '../../../components/notify-done.tsx'
import { showError } from '../../../components/show-error.tsx'
import { useCan } from '../../../components/use-can.ts'
import { useClientWords } from '../../../components/use-practice.ts'
import type { PackageRow } from '../../../components/package-words.ts'
import styles from './package-menu.module.css'

/** Only a button until it is pressed: a long list opens faster so. */
export function PackageMenu({ row }: { row: PackageRow }) {
  const [isUsed, setUsed] = useState(false)
  return isUsed ? (
    <UsedMenu row={row} />
  ) : (
    <button
      type="button"
      className={styles.more}
      aria-label={`Actions for ${row.name}`}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setUsed(true)}
    >
      <IconDots size={16} aria-hidden />
    </button>
  )
}

function UsedMenu({ row }: { row: PackageRow }) {
  const button = useRef<HTMLButtonElement>(null)
  const navigate = useNavigate()
  const words = useClientWords()
  const mayEdit = useCan()('packages.edit') !== undefined
  const onError = (error: unknown) => showError(error)
  const activate = useMutation(api.packages.activate.mutationOptions({ onError }))
  const deactivate = useMutation(api.packages.deactivate.mutationOptions({ onError }))
  const remove = useMutation(api.packages.remove.mutationOptions({ onError }))
  const restore = useMutation(api.packages.restore.mutationOptions({ onError }))
  const command = () => ({ key: newKey(), id: row.id })

  const setActive = (active: boolean) => {
    const [act, undo] = active ? [activate, deactivate] : [deactivate, activate]
    const said = active ? `${row.name} is offered again.` : `${row.name} is not offered any more. Sold ones stay as they are.`
    act.mutate(command(), { onSuccess: () => notifyDone(said, { undo: () => undo.mutate(command()) }) })
  }
  const bringBack = () => restore.mutate(command(), { onSuccess: () => notifyDone(`${row.name} is back.`) })
  const askToDelete = () =>
    confirmDialog({
      title: `Delete ${row.name}?`,
      confirm: 'Delete package',
      danger: true,
      children: (
        <Stack gap={8}>
          <Text size="sm">Nobody can buy it any more, and it leaves this list.</Text>
          <Text size="sm">
            {row.sold === 0
              ? 'It was never sold.'
              : `What was sold stays: ${plural(row.sold, 'sale')} with sessions, appointments and invoices${
                  row.clientsNow > 0 ? `, and ${plural(row.clientsNow, words.one, words.many)} can go on using what they have` : ''
                }.`}
          </Text>
          <Text size="sm">“Show deleted” in the status filter finds it again, and you can restore it there.</Text>
        </Stack>
      ),
      onConfirm: () => remove.mutate(command(), { onSuccess: () => notifyDone(`${row.name} is deleted.`, { undo: bringBack }) }),
    })

  return (
    // It is there in place of the button that was pressed, so the focus is brought back by hand.
    <Menu position="bottom-end" defaultOpened onClose={() => button.current?.focus()}>
      <Menu.Target>
        <button ref={button} type="button" className={styles.more} aria-label={`Actions for ${row.name}`}>
          <IconDots size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconEdit size={15} aria-hidden />}
          onClick={() => void navigate({ to: '/packages/$packageId', params: { packageId: String(row.id) } })}
        >
          Open
        </Menu.Item>
        <Menu.Item
          leftSection={<IconUsers size={15} aria-hidden />}
          onClick={() => void navigate({ to: '/packages/$packageId/usage', params: { packageId: String(row.id) } })}
        >
          Who has it
        </Menu.Item>
        {mayEdit && !row.deleted && (
          <>
            {row.sold > 0 && (
              <Menu.Item
                leftSection={<IconVersions size={15} aria-hidden />}
                onClick={() => void navigate({ to: '/packages/$packageId/terms', params: { packageId: String(row.id) } })}
              >
                Edit terms
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconCopy size={15} aria-hidden />}
              onClick={() => void navigate({ to: '/packages/new', search: { from: row.id } })}
            >
              Duplicate
            </Menu.Item>
            {row.active ? (
              <Menu.Item leftSection={<IconPlayerPause size={15} aria-hidden />} onClick={() => setActive(false)}>
                Make inactive
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconPlayerPlay size={15} aria-hidden />} onClick={() => setActive(true)}>
                Make active
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item className={styles.danger} leftSection={<IconTrash size={15} aria-hidden />} onClick={askToDelete}>
              Delete
            </Menu.Item>
          </>
        )}
        {mayEdit && row.deleted && (
          <Menu.Item leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={bringBack}>
            Restore
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
