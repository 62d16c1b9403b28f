// The notes of a client package: what the desk should know when it books on it.

import { Textarea } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { SaveNotes } from '../../../../shared/contract/client-package-split.ts'
import { api, newKey } from '../../../api.ts'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { showError } from '../../show-error.tsx'
import { submitWith } from '../../submit-with.ts'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function NotesDrawer({ clientPackage, onClose }: Props) {
  const { id, name, notes } = clientPackage
  const save = useMutation(api.clientPackages.saveNotes.mutationOptions())
  // Its answers are said after this drawer has closed.
  const undoing = useMutation(
    api.clientPackages.saveNotes.mutationOptions({
      onSuccess: () => notifyDone('The notes are as before.'),
      onError: (error) => showError(error),
    }),
  )
  const form = useForm({
    initialValues: { key: newKey(), id, before: notes, notes },
    validate: schemaResolver(SaveNotes, { sync: true }),
  })
  const submit = submitWith(form, SaveNotes, save, {
    onSaved: (card) => {
      onClose()
      notifyDone(`The notes of ${name} are saved.`, { undo: () => undoing.mutate({ key: newKey(), id, before: card.notes, notes }) })
    },
    fields: { 'notes.changed': 'notes' },
  })
  return (
    <EditDrawer title="Notes of the package" onClose={onClose} onSubmit={submit} isDirty={() => form.isDirty()} isSaving={save.isPending}>
      <p className={styles.what}>
        <bdi>{name}</bdi>
      </p>
      <Textarea
        label="Notes"
        description="Shown on its card, and when someone books on it."
        dir="auto"
        autosize
        minRows={4}
        maxRows={14}
        maxLength={2_000}
        data-autofocus
        {...form.getInputProps('notes')}
      />
    </EditDrawer>
  )
}
