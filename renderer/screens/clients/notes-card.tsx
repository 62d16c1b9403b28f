// What staff should know about the client; edited in place. Ctrl+Enter saves, Esc leaves it as it was.

import { ActionIcon, Button, Group, Textarea } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { SaveClient } from '../../../shared/contract/clients.ts'
import { api, newKey } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { ChangedText } from '../../components/changed-text.tsx'
import { showError } from '../../components/show-error.tsx'
import { useCan } from '../../components/use-can.ts'
import type { OneClient } from './client-types.ts'
import styles from './client.module.css'

export function NotesCard({ client }: { client: OneClient }) {
  const can = useCan()
  const save = useMutation(api.clients.save.mutationOptions())
  const [draft, setDraft] = useState<{ key: string; notes: string; before: string } | null>(null)
  const mayEdit = can('clients.edit') !== undefined
  const problem = draft && SaveClient.shape.notes.safeParse(draft.notes).error?.issues[0]?.message
  const edit = () => setDraft({ key: newKey(), notes: client.notes, before: client.notes })
  const leave = () => setDraft(null)

  const submit = () => {
    if (!draft || problem || save.isPending) return
    const { id, mark, givenName, familyName, birthDate, phone, email, address, country, insurer, insurerNumber } = client
    const { key, notes } = draft
    save.mutate(
      { key, id, mark, givenName, familyName, birthDate, phone, email, address, country, insurer, insurerNumber, notes },
      { onSuccess: leave, onError: (error) => showError(error) },
    )
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    if (event.key === 'Escape') leave()
  }

  return (
    <Card className={styles.sideCard}>
      <div className={styles.sideHead}>
        <h2>Notes</h2>
        {mayEdit && draft === null && (
          <ActionIcon aria-label="Edit the notes" onClick={edit}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {draft === null ? (
        <p className={styles.notes} dir="auto">
          {client.notes || 'Nothing noted.'}
        </p>
      ) : (
        <>
          <Textarea
            aria-label="Notes"
            autosize
            minRows={3}
            maxRows={14}
            dir="auto"
            autoFocus
            value={draft.notes}
            error={problem ?? undefined}
            onChange={(event) => setDraft({ ...draft, notes: event.currentTarget.value })}
            onKeyDown={onKey}
          />
          <ChangedText before={draft.before} now={client.notes} />
          <Group gap={8}>
            <Button size="compact-md" loading={save.isPending} onClick={submit}>
              Save
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" onClick={leave}>
              Cancel
            </Button>
          </Group>
        </>
      )}
    </Card>
  )
}
