// Hands over one piece of a product, at once and with Undo; later it is taken back with a reason.

import { Button, Popover, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../notify-done.tsx'
import { showError } from '../show-error.tsx'
import { useCan } from '../use-can.ts'
import type { ClientPackage, Item } from './client-package-words.ts'
import styles from './client-package.module.css'

export function HandOver({ item, clientPackage }: { item: Item; clientPackage: ClientPackage }) {
  const can = useCan()
  const handOver = useMutation(api.clientPackages.handOver.mutationOptions())
  const undo = useMutation(api.clientPackages.undoHandOver.mutationOptions())
  if (can('clientPackages.handOver') === undefined) return null

  const takeBack = (sessionId: number, reason: string) =>
    undo.mutate(
      { key: newKey(), sessionId, reason },
      { onSuccess: () => notifyDone(`${item.label} taken back`), onError: (error) => showError(error) },
    )
  const give = () =>
    handOver.mutate(
      { key: newKey(), clientPackageItemId: item.id },
      {
        onSuccess: ({ sessionId, stock }) =>
          notifyDone(`${item.label} handed over${stock < 0 ? `. Its stock is now −${-stock}: count it.` : ''}`, {
            undo: () => takeBack(sessionId, 'Undone at once'),
          }),
        onError: (error) => showError(error),
      },
    )
  const last = item.pips.findLast((pip) => pip.state === 'used')

  return (
    <span className={styles.handOver}>
      {item.remaining > 0 && clientPackage.state === 'active' && (
        <Button size="compact-sm" variant="default" loading={handOver.isPending} onClick={give}>
          Hand over
        </Button>
      )}
      {last && <TakeBack label={item.label} onTakeBack={(reason) => takeBack(last.sessionId, reason)} />}
    </span>
  )
}

function TakeBack({ label, onTakeBack }: { label: string; onTakeBack: (reason: string) => void }) {
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const [marked, setMarked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setMarked(true)
    setOpened(false)
    onTakeBack(reason)
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" aria-label={`Take back ${label}`} onClick={() => setOpened(!opened)}>
          Take back
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} className={styles.takeBack} noValidate>
          <TextInput
            label="Why is it taken back?"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={marked && reason.trim() === '' ? 'Enter a reason.' : undefined}
            maxLength={200}
            data-autofocus
          />
          <Button type="submit" size="compact-md">
            Take back
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
