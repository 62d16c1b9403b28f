// Makes a client in place, while booking: a name and a phone number; the rest can wait for the profile.

import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { api, newKey } from '../../api.ts'
import type { FoundClient } from '../../components/client-picker.tsx'
import { showError } from '../../components/show-error.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import { focusWhenShown } from '../../components/focus-when-shown.ts'
import { type NewName, newNameOf } from '../../components/new-name.ts'
import classes from './booking.module.css'

interface NewClientProps {
  typed: string
  onMade: (client: FoundClient) => void
  onCancel: () => void
}

export function NewClient({ typed, onMade, onCancel }: NewClientProps) {
  const words = useClientWords()
  const save = useMutation(api.clients.save.mutationOptions())
  const [key] = useState(newKey)
  const [name, setName] = useState<NewName>(() => newNameOf(typed))
  const isNamed = name.givenName.trim() !== '' || name.familyName.trim() !== ''

  async function make(): Promise<void> {
    if (!isNamed || save.isPending) return
    try {
      const made = await save.mutateAsync({
        key,
        id: null,
        ...name,
        birthDate: null,
        email: '',
        address: '',
        country: null,
        insurer: '',
        insurerNumber: '',
        notes: '',
      })
      onMade({ ...made, visits: 0, lastVisitOn: null, lastServiceId: null })
    } catch (error) {
      showError(error)
    }
  }

  // This stands inside the form of the booking: its keys must not reach that one.
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onCancel()
    else void make()
  }

  const field = (label: string, of: keyof NewName) => (
    <TextInput
      label={label}
      value={name[of]}
      dir="auto"
      onChange={(event) => setName({ ...name, [of]: event.currentTarget.value })}
      onKeyDown={onKeyDown}
    />
  )

  return (
    <div className={classes.newClient} role="group" aria-label={`New ${words.one}`}>
      <div className={classes.pair}>
        {field('Given name', 'givenName')}
        {field('Family name', 'familyName')}
      </div>
      <TextInput
        label="Phone"
        type="tel"
        value={name.phone}
        ref={focusWhenShown}
        onChange={(event) => setName({ ...name, phone: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <div className={classes.buttons}>
        <Button size="compact-md" variant="light" disabled={!isNamed} loading={save.isPending} onClick={() => void make()}>
          Add {words.one}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>
          Back to search
        </Button>
      </div>
    </div>
  )
}
