// Another end for a client package, by a date or by some days more. The visits that it would leave outside are named.

import { Button, Group, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { SetEnd } from '../../../../shared/contract/client-package-changes.ts'
import { addDays, isLocalDate, later } from '../../../../shared/dates.ts'
import { formatDateTime, plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { DayInput } from '../../day-input.tsx'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { submitWith } from '../../submit-with.ts'
import { useClock } from '../../use-clock.ts'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'
import { endChangeWords } from './end-words.ts'

const MORE = [14, 30, 90]

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function EndDrawer({ clientPackage, onClose }: Props) {
  const { today } = useClock()
  const { id, end: now, manualEnd } = clientPackage
  const setEnd = useMutation(api.clientPackages.setEnd.mutationOptions())
  const form = useForm<{ key: string; id: number; end: string | null; reason: string }>({
    initialValues: { key: newKey(), id, end: now, reason: '' },
    validate: schemaResolver(SetEnd, { sync: true }),
  })
  const { end } = form.values
  const isDay = end === null || isLocalDate(end)
  const preview = useQuery({
    ...api.clientPackages.previewEnd.queryOptions({ input: isDay ? { id, end } : skipToken }),
    placeholderData: keepPreviousData,
  })
  const submit = submitWith(form, SetEnd, setEnd, {
    onSaved: (card) => {
      onClose()
      notifyDone(card.end ? `${card.name} is valid until ${card.endWords}.` : `${card.name}: ${card.endWords.toLowerCase()}.`)
    },
    fields: { 'clientPackage.endInPast': 'end', 'sale.endBeforeStart': 'end' },
  })
  return (
    <EditDrawer title="Change the end" onClose={onClose} onSubmit={submit} isDirty={() => form.isDirty()} isSaving={setEnd.isPending}>
      <p className={styles.what}>
        <bdi>{clientPackage.name}</bdi>
      </p>
      <DayInput label="Last valid day" placeholder="By its own rule" data-autofocus {...form.getInputProps('end')} />
      <Group gap={6}>
        {MORE.map((days) => (
          <Button
            key={days}
            size="compact-sm"
            variant="default"
            onClick={() => form.setFieldValue('end', addDays(now ? later(now, today) : today, days))}
          >
            + {plural(days, 'day')}
          </Button>
        ))}
        {manualEnd !== null && (
          <Button size="compact-sm" variant="default" onClick={() => form.setFieldValue('end', null)}>
            By its own rule
          </Button>
        )}
      </Group>
      <TextInput label="Reason" required dir="auto" maxLength={200} {...form.getInputProps('reason')} />
      {preview.data && (
        <div className={styles.outcome} role="status">
          {endChangeWords(preview.data)}
          {preview.data.outside.length > 0 && (
            <p className={styles.warning}>
              {plural(
                preview.data.outside.length,
                'visit would lie after it and keep its session',
                'visits would lie after it and keep their sessions',
              )}
              : {preview.data.outside.map((at) => formatDateTime(at)).join('; ')}.
            </p>
          )}
        </div>
      )}
    </EditDrawer>
  )
}
