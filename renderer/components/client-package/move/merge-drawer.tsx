// Two client packages of the same package become one: which one stays, and what that makes of it, is said before it is done.

import { Select, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { z } from 'zod'
import type { Contract } from '../../../../shared/contract/index.ts'
import { MergeClientPackages } from '../../../../shared/contract/client-package-moves.ts'
import { formatDate, formatMoney, plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { sentenceOfError } from '../../../errors.ts'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { QueryState } from '../../query-state.tsx'
import { submitWith } from '../../submit-with.ts'
import styles from '../change/change.module.css'
import type { ClientPackage } from '../client-package-words.ts'
import { isOpen } from './movable.ts'
import { useTakeBack } from './use-take-back.ts'

type Preview = InferContractRouterOutputs<Contract>['clientPackages']['previewMerge']

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function MergeDrawer({ clientPackage, onClose }: Props) {
  const { id, clientId, packageId, name } = clientPackage
  const { takeBack } = useTakeBack()
  const others = useQuery({
    ...api.clientPackages.ofClient.queryOptions({ input: { clientId } }),
    select: (all) => all.filter((p) => p.id !== id && p.packageId === packageId && isOpen(p)),
  })
  const merge = useMutation(api.clientPackages.merge.mutationOptions())
  const form = useForm<Omit<z.input<typeof MergeClientPackages>, 'otherId'> & { otherId: number | null }>({
    initialValues: { key: newKey(), id, otherId: null, reason: '' },
    validate: schemaResolver(MergeClientPackages, { sync: true }),
  })
  const otherId = form.values.otherId ?? (others.data?.length === 1 ? (others.data[0]?.id ?? null) : null)
  const preview = useQuery({
    ...api.clientPackages.previewMerge.queryOptions({ input: otherId === null ? skipToken : { id, otherId } }),
    placeholderData: keepPreviousData,
  })
  const submit = submitWith(form, MergeClientPackages, merge, {
    onSaved: ({ transferId }) => {
      onClose()
      notifyDone(`The two are one ${name} now.`, { undo: () => takeBack(transferId) })
    },
    fields: { 'merge.notAlike': 'otherId', 'merge.nothing': 'otherId' },
  })
  return (
    <EditDrawer
      title="Merge two packages"
      saveLabel="Merge"
      nothing={others.data?.length === 0}
      onClose={onClose}
      onSubmit={(event) => {
        if (otherId !== null) form.setFieldValue('otherId', otherId)
        void submit(event)
      }}
      isDirty={() => form.isDirty()}
      isSaving={merge.isPending}
    >
      <p className={styles.what}>
        <bdi>{name}</bdi>
      </p>
      <QueryState query={others} empty={`There is no other ${name} to merge it with.`}>
        {(rows) => (
          <>
            <Select
              label="With"
              allowDeselect={false}
              placeholder="Choose the other one"
              data-autofocus
              data={rows.map((p) => ({ value: String(p.id), label: optionOf(p) }))}
              {...form.getInputProps('otherId')}
              value={otherId === null ? null : String(otherId)}
              onChange={(value) => form.setFieldValue('otherId', Number(value))}
            />
            <TextInput label="Reason" required dir="auto" maxLength={200} {...form.getInputProps('reason')} />
          </>
        )}
      </QueryState>
      {otherId !== null && (preview.data || preview.error) && (
        <div className={styles.outcome} role="status">
          {preview.error ? (
            <p className={styles.warning}>{sentenceOfError(preview.error)}</p>
          ) : (
            preview.data && <Outcome {...preview.data} />
          )}
        </div>
      )}
    </EditDrawer>
  )
}

const optionOf = (p: ClientPackage): string =>
  [
    `From ${formatDate(p.purchasedOn)}`,
    p.invoice?.number && `invoice ${p.invoice.number}`,
    p.items.map((i) => (i.unlimited ? 'unlimited' : `${i.remaining} left`)).join(', '),
    p.endWords,
  ]
    .filter(Boolean)
    .join(' · ')

function Outcome({ what, valueMinor, currency, toPurchasedOn, toInvoiceNumber, endsLater, left, endWords, booked, leaves }: Preview) {
  return (
    <>
      The one from {formatDate(toPurchasedOn)}
      {toInvoiceNumber !== null && `, invoice ${toInvoiceNumber},`} stays: it {endsLater ? 'ends later' : 'is the older one'}. {what}
      {valueMinor > 0 && `, worth ${formatMoney(valueMinor, currency)},`} {what.startsWith('1 ') && !what.includes(',') ? 'joins' : 'join'}{' '}
      it
      {left !== null && `: it then has ${left} left`}. Its end: {endWords}.
      {booked > 0 && (
        <p className={styles.note}>
          {plural(booked, 'booked visit')} {booked === 1 ? 'stays' : 'stay'} on the other, with its own end.
        </p>
      )}
      {leaves.map((words) => (
        <p key={words} className={styles.warning} dir="auto">
          {words}
        </p>
      ))}
    </>
  )
}
