// The value of each unused session, changed by hand: what one gains another gives, and the difference is shown until it is zero.

import { TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RevalueSessions } from '../../../../shared/contract/client-package-split.ts'
import { splitDifference } from '../../../../shared/domain/split.ts'
import { formatDateTime, formatMoney } from '../../../../shared/format.ts'
import { minor } from '../../../../shared/money.ts'
import { api, newKey } from '../../../api.ts'
import { EditDrawer } from '../../edit-drawer.tsx'
import { focusMistake } from '../../focus-mistake.ts'
import { MoneyInput } from '../../money-input.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { showError } from '../../show-error.tsx'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'
import { unusedOf } from './splittable.ts'

interface Value {
  sessionId: number
  beforeMinor: number
  valueMinor: number | null
}

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function SplitDrawer({ clientPackage, onClose }: Props) {
  const { id, name, currency } = clientPackage
  const [rows] = useState(() => clientPackage.items.flatMap((item) => unusedOf(item).map((pip) => ({ item, pip }))))
  const revalue = useMutation(api.clientPackages.revalue.mutationOptions())
  // Its answers are said after this drawer has closed.
  const undoing = useMutation(
    api.clientPackages.revalue.mutationOptions({
      onSuccess: () => notifyDone(`${name} is split as before.`),
      onError: (error) => showError(error),
    }),
  )
  const form = useForm<{ key: string; id: number; values: Value[]; reason: string }>({
    initialValues: {
      key: newKey(),
      id,
      values: rows.map(({ pip }) => ({ sessionId: pip.sessionId, beforeMinor: pip.valueMinor, valueMinor: pip.valueMinor })),
      reason: '',
    },
    validate: schemaResolver(RevalueSessions, { sync: true }),
  })
  const { values } = form.values
  const difference = splitDifference(values.map((v) => ({ beforeMinor: minor(v.beforeMinor), valueMinor: minor(v.valueMinor ?? 0) })))
  const total = values.reduce((t, v) => t + v.beforeMinor, 0)
  const submit = form.onSubmit((given) => {
    revalue.mutate(RevalueSessions.parse(given), {
      onSuccess: () => {
        onClose()
        notifyDone(`The sessions of ${name} are valued anew.`, { undo: () => undo(given.values) })
      },
      onError: (error) => showError(error),
    })
  }, focusMistake(form))
  const undo = (given: readonly Value[]) =>
    undoing.mutate(
      RevalueSessions.parse({
        key: newKey(),
        id,
        values: given.map((v) => ({ sessionId: v.sessionId, beforeMinor: v.valueMinor, valueMinor: v.beforeMinor })),
        reason: 'Undone at once',
      }),
    )
  return (
    <EditDrawer title="Edit the split" onClose={onClose} onSubmit={submit} isDirty={() => form.isDirty()} isSaving={revalue.isPending}>
      <p className={styles.what}>
        <bdi>{name}</bdi>
      </p>
      <ol className={styles.values}>
        {rows.map(({ item, pip }, i) => (
          <li key={pip.sessionId}>
            <MoneyInput
              label={[`#${pip.number}`, clientPackage.items.length > 1 && item.label, pip.at && formatDateTime(pip.at)]
                .filter(Boolean)
                .join(' · ')}
              currency={currency}
              {...(i === 0 ? { 'data-autofocus': true } : {})}
              {...form.getInputProps(`values.${i}.valueMinor`)}
            />
          </li>
        ))}
      </ol>
      <TextInput label="Reason" required dir="auto" maxLength={200} {...form.getInputProps('reason')} />
      <p className={styles.outcome} role="status" data-tone={difference === 0 ? undefined : 'warn'}>
        {difference === 0
          ? `Adds up to ${formatMoney(total, currency)}, as before. What was used keeps its value.`
          : `${formatMoney(Math.abs(difference), currency)} too ${difference > 0 ? 'much' : 'little'}: together they are worth ${formatMoney(total, currency)}.`}
      </p>
    </EditDrawer>
  )
}
