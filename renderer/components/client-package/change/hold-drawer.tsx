// Puts a client package on hold for some days, or until further notice: what that does to its end, and to visits on those
// days, is said before it is saved. A hold that is there can be ended early or taken back.

import { Button, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { HoldClientPackage } from '../../../../shared/contract/client-package-changes.ts'
import { addDays, isLocalDate } from '../../../../shared/dates.ts'
import { holdWords } from '../../../../shared/domain/holds.ts'
import { formatDateTime, plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { DayInput } from '../../day-input.tsx'
import { sentenceOfError } from '../../../errors.ts'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { showError } from '../../show-error.tsx'
import { submitWith } from '../../submit-with.ts'
import { useClock } from '../../use-clock.ts'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'
import { heldEndWords } from './end-words.ts'

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function HoldDrawer({ clientPackage, onClose }: Props) {
  const { today } = useClock()
  const { id, name, holds } = clientPackage
  const hold = useMutation(api.clientPackages.hold.mutationOptions())
  const form = useForm<{ key: string; id: number; fromDay: string | null; throughDay: string | null; reason: string }>({
    initialValues: { key: newKey(), id, fromDay: today, throughDay: null, reason: '' },
    validate: schemaResolver(HoldClientPackage, { sync: true }),
  })
  const { fromDay, throughDay } = form.values
  const from = fromDay !== null && isLocalDate(fromDay) ? fromDay : undefined
  const through = throughDay === null ? null : isLocalDate(throughDay) ? throughDay : undefined
  const isAsked = from !== undefined && through !== undefined && (through === null || from <= through)
  const preview = useQuery({
    ...api.clientPackages.previewHold.queryOptions({ input: isAsked ? { id, fromDay: from, throughDay: through } : skipToken }),
    placeholderData: keepPreviousData,
  })
  const submit = submitWith(form, HoldClientPackage, hold, {
    onSaved: () => {
      onClose()
      notifyDone(`${name} is on hold.`)
    },
    fields: {
      'hold.order': 'throughDay',
      'hold.overlaps': 'fromDay',
      'hold.used': 'fromDay',
      'hold.tooEarly': 'fromDay',
      'hold.tooLate': 'fromDay',
    },
  })
  return (
    <EditDrawer title="Put on hold" onClose={onClose} onSubmit={submit} isDirty={() => form.isDirty()} isSaving={hold.isPending}>
      <p className={styles.what}>
        <bdi>{name}</bdi>
      </p>
      {holds.map((held) => (
        <HeldLine key={held.id} held={held} onDone={onClose} />
      ))}
      <DayInput label="First day on hold" data-autofocus {...form.getInputProps('fromDay')} />
      <DayInput label="Last day on hold" placeholder="Until further notice" {...form.getInputProps('throughDay')} />
      <TextInput label="Reason" required dir="auto" maxLength={200} {...form.getInputProps('reason')} />
      {isAsked && (preview.error ? form.isDirty() : preview.data) && (
        <div className={styles.outcome} role="status">
          {preview.error ? (
            <p className={styles.warning}>{sentenceOfError(preview.error)}</p>
          ) : (
            preview.data && heldEndWords(preview.data, clientPackage, through === null)
          )}
          {!preview.error && preview.data && preview.data.within.length > 0 && (
            <p className={styles.warning}>
              {plural(preview.data.within.length, 'visit on these days keeps its session', 'visits on these days keep their sessions')}:
              look at {preview.data.within.map((at) => formatDateTime(at)).join('; ')}.
            </p>
          )}
        </div>
      )}
    </EditDrawer>
  )
}

function HeldLine({ held, onDone }: { held: ClientPackage['holds'][number]; onDone: () => void }) {
  const { today } = useClock()
  const endHold = useMutation(api.clientPackages.endHold.mutationOptions())
  const isRunning = held.fromDay <= today && (held.throughDay === null || held.throughDay >= today)
  // Its last day was yesterday: the package can be used today. Before its first day that takes it back whole.
  const end = (wholly: boolean) =>
    endHold.mutate(
      { key: newKey(), holdId: held.id, throughDay: addDays(wholly ? held.fromDay : today, -1) },
      {
        onSuccess: () => {
          onDone()
          notifyDone(wholly ? 'The hold is taken back.' : 'The hold has ended.')
        },
        onError: (error) => showError(error),
      },
    )
  return (
    <div className={styles.held}>
      <span>
        On hold {holdWords(held)}
        {held.reason && (
          <>
            : <bdi>{held.reason}</bdi>
          </>
        )}
      </span>
      {isRunning && held.fromDay < today && (
        <Button size="compact-sm" variant="default" loading={endHold.isPending} onClick={() => end(false)}>
          End it now
        </Button>
      )}
      <Button size="compact-sm" variant="default" loading={endHold.isPending} onClick={() => end(true)}>
        Take it back
      </Button>
    </div>
  )
}
