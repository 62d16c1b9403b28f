// The note of an appointment, edited in place: Ctrl+Enter saves, Escape leaves it as it was.

import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { api, newKey } from '../../api.ts'
import { ChangedText } from '../../components/changed-text.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import type { AppointmentData } from './appointment-data.ts'
import classes from './appointment.module.css'
import { focusWhenShown } from '../../components/focus-when-shown.ts'

export function AppointmentNote({ appointment, editable }: { appointment: AppointmentData; editable: boolean }) {
  const edit = useMutation(api.appointments.edit.mutationOptions())
  const [text, setText] = useState<string | null>(null)
  const [before, setBefore] = useState('')
  const { id, mark, note, practitionerId, serviceId, startsAt, endsAt, session } = appointment
  if (note === '' && !editable) return null

  const start = () => {
    setBefore(note)
    setText(note)
  }

  async function save(): Promise<void> {
    if (text === null || edit.isPending) return
    try {
      const confirmed = { outsideHours: true, endMoves: true }
      await edit.mutateAsync({
        key: newKey(),
        id,
        mark,
        practitionerId,
        serviceId,
        startsAt,
        endsAt,
        clientPackageItemId: session?.clientPackageItemId ?? null,
        note: text,
        confirmed,
      })
      setText(null)
      notifyDone('The note is saved.')
    } catch (error) {
      showError(error)
    }
  }

  return (
    <section className={classes.section} aria-label="Note">
      {(note !== '' || text !== null) && (
        <header className={classes.sectionHead}>
          <h3>Note</h3>
          {editable && text === null && (
            <Button
              className={classes.aside}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={start}
            >
              Edit note
            </Button>
          )}
        </header>
      )}
      {text !== null ? (
        <div className={classes.noteEdit}>
          <Textarea
            aria-label="Note"
            autosize
            minRows={2}
            maxRows={8}
            dir="auto"
            value={text}
            ref={focusWhenShown}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation()
                setText(null)
              } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
            }}
          />
          <ChangedText before={before} now={note} />
          <Button size="compact-md" loading={edit.isPending} onClick={() => void save()}>
            Save note
          </Button>
          <Button size="compact-md" variant="subtle" color="gray" onClick={() => setText(null)}>
            Leave it
          </Button>
        </div>
      ) : note !== '' ? (
        <p className={classes.note} dir="auto">
          {note}
        </p>
      ) : (
        <Button
          className={classes.addNote}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={start}
        >
          Note
        </Button>
      )}
    </section>
  )
}
