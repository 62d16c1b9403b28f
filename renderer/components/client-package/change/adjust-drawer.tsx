// More or fewer sessions on a client package: what will be free is said before it is saved.

import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { AdjustClientPackage } from '../../../../shared/contract/client-package-changes.ts'
import { api, newKey } from '../../../api.ts'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { submitWith } from '../../submit-with.ts'
import { useClock } from '../../use-clock.ts'
import type { ClientPackage } from '../client-package-words.ts'
import { type AdjustKind, adjustWords } from './adjust-words.ts'
import styles from './change.module.css'

const KINDS = [
  { value: 'add', label: 'Add' },
  { value: 'takeOff', label: 'Take off' },
  { value: 'set', label: 'Set what is left' },
]

interface Props {
  clientPackage: ClientPackage
  /** Chosen first; else the first that has a limit. */
  itemId?: number | undefined
  onClose: () => void
}

export function AdjustDrawer({ clientPackage, itemId, onClose }: Props) {
  const { today } = useClock()
  const items = clientPackage.items.filter((item) => !item.unlimited)
  const adjust = useMutation(api.clientPackages.adjust.mutationOptions())
  const form = useForm<{ key: string; clientPackageItemId: number; change: { kind: AdjustKind; count: number | string }; reason: string }>({
    initialValues: {
      key: newKey(),
      clientPackageItemId: itemId ?? items[0]?.id ?? 0,
      change: { kind: 'add', count: 1 },
      reason: '',
    },
    validate: schemaResolver(AdjustClientPackage, { sync: true }),
  })
  const { kind, count } = form.values.change
  const item = items.find(({ id }) => id === form.values.clientPackageItemId)
  const free = item?.remaining ?? 0
  const hasEnded = clientPackage.end !== null && clientPackage.end < today
  const number = Number.isInteger(Number(count)) ? Number(count) : 0
  const after = kind === 'add' ? free + number : kind === 'takeOff' ? free - number : number
  const submit = submitWith(form, AdjustClientPackage, adjust, {
    onSaved: (card, { clientPackageItemId }) => {
      onClose()
      const now = card.items.find(({ id }) => id === clientPackageItemId)
      notifyDone(`${items.length > 1 ? `${now?.label} of ` : ''}${card.name}: ${now?.remaining ?? 0} left.`)
    },
    fields: { 'clientPackage.tooFewFree': 'change.count' },
  })
  return (
    <EditDrawer title="Adjust sessions" onClose={onClose} onSubmit={submit} isDirty={() => form.isDirty()} isSaving={adjust.isPending}>
      <p className={styles.what}>
        <bdi>{clientPackage.name}</bdi>
      </p>
      {items.length > 1 && (
        <Select
          label="Of"
          allowDeselect={false}
          data={items.map(({ id, label }) => ({ value: String(id), label }))}
          value={String(form.values.clientPackageItemId)}
          onChange={(id) => form.setFieldValue('clientPackageItemId', Number(id))}
        />
      )}
      <SegmentedControl
        aria-label="What to do"
        data={KINDS}
        value={kind}
        onChange={(value) => form.setFieldValue('change.kind', value as AdjustKind)}
      />
      <NumberInput
        label={kind === 'set' ? 'Sessions left' : 'Sessions'}
        min={0}
        max={999}
        data-autofocus
        {...form.getInputProps('change.count')}
      />
      <TextInput label="Reason" required dir="auto" maxLength={200} {...form.getInputProps('reason')} />
      <p className={styles.outcome} role="status">
        {adjustWords({ free, after, kind, endedOn: hasEnded ? clientPackage.endWords : null })}
      </p>
    </EditDrawer>
  )
}
