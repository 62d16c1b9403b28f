// Sessions go to another client: how many, to whom and until when; what that makes of both is said before it is done.

import { NumberInput, Select, TextInput } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useState } from 'react'
import type { Contract } from '../../../../shared/contract/index.ts'
import { TransferSessions } from '../../../../shared/contract/client-package-moves.ts'
import { isLocalDate } from '../../../../shared/dates.ts'
import { formatMoney, fullName, plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { sentenceOfError } from '../../../errors.ts'
import { ClientPicker, type FoundClient } from '../../client-picker.tsx'
import { DayInput } from '../../day-input.tsx'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { submitWith } from '../../submit-with.ts'
import styles from '../change/change.module.css'
import type { ClientPackage } from '../client-package-words.ts'
import { canMove } from './movable.ts'
import { useTakeBack } from './use-take-back.ts'

interface Values {
  key: string
  clientPackageItemId: number
  count: number | string | null
  toClientId: number | null
  end: string | null
  reason: string
}

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function TransferDrawer({ clientPackage, onClose }: Props) {
  const items = clientPackage.items.filter(canMove)
  const [client, setClient] = useState<FoundClient | null>(null)
  const { takeBack } = useTakeBack()
  const transfer = useMutation(api.clientPackages.transfer.mutationOptions())
  const form = useForm<Values>({
    initialValues: {
      key: newKey(),
      clientPackageItemId: items[0]?.id ?? 0,
      count: items[0]?.unlimited ? null : 1,
      toClientId: null,
      end: clientPackage.end,
      reason: '',
    },
    validate: schemaResolver(TransferSessions, { sync: true }),
  })
  const { clientPackageItemId, count, toClientId, end } = form.values
  const item = items.find(({ id }) => id === clientPackageItemId)
  const isAsked = toClientId !== null && typeof count !== 'string' && count !== 0 && (end === null || isLocalDate(end))
  const preview = useQuery({
    ...api.clientPackages.previewTransfer.queryOptions({
      input: isAsked ? { clientPackageItemId, count, toClientId, end } : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  const submit = submitWith(form, TransferSessions, transfer, {
    onSaved: ({ transferId, from }) => {
      onClose()
      const moved = from.movedTo.find((m) => m.transferId === transferId)
      notifyDone(`${moved?.what ?? from.name} went to ${moved?.clientName ?? ''}.`, { undo: () => takeBack(transferId) })
    },
    fields: {
      'transfer.toSelf': 'toClientId',
      'transfer.tooFewFree': 'count',
      'clientPackage.endInPast': 'end',
      'sale.endBeforeStart': 'end',
    },
  })
  return (
    <EditDrawer
      title="Transfer to another client"
      saveLabel="Transfer"
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => form.isDirty()}
      isSaving={transfer.isPending}
    >
      <p className={styles.what}>
        <bdi>{clientPackage.name}</bdi>
      </p>
      {items.length > 1 && (
        <Select
          label="Of"
          allowDeselect={false}
          data={items.map(({ id, label }) => ({ value: String(id), label }))}
          value={String(clientPackageItemId)}
          onChange={(id) => {
            form.setFieldValue('clientPackageItemId', Number(id))
            form.setFieldValue('count', items.find((i) => i.id === Number(id))?.unlimited ? null : 1)
          }}
        />
      )}
      {item && !item.unlimited && (
        <NumberInput
          label={item.isProduct ? 'Pieces' : 'Sessions'}
          description={`${item.remaining} free`}
          min={1}
          max={999}
          data-autofocus
          {...form.getInputProps('count')}
          value={count ?? ''}
        />
      )}
      <ClientPicker
        label="To"
        value={client}
        error={form.errors['toClientId']}
        onChange={(chosen) => {
          setClient(chosen)
          form.setFieldValue('toClientId', chosen?.id ?? null)
        }}
      />
      <DayInput
        label="Last valid day for them"
        placeholder={clientPackage.end === null ? clientPackage.endWords : 'No end'}
        {...form.getInputProps('end')}
      />
      <TextInput label="Reason" required dir="auto" maxLength={200} {...form.getInputProps('reason')} />
      <div className={styles.outcome} role="status">
        {!isAsked && 'Choose how many go, and to whom: what that makes of both is said here before it is done.'}
        {isAsked && preview.error !== null && <p className={styles.warning}>{sentenceOfError(preview.error)}</p>}
        {isAsked && preview.data && preview.error === null && (
          <Outcome preview={preview.data} from={clientPackage} client={client ? fullName(client) : preview.data.toClientName} />
        )}
      </div>
    </EditDrawer>
  )
}

interface OutcomeProps {
  preview: InferContractRouterOutputs<Contract>['clientPackages']['previewTransfer']
  from: ClientPackage
  client: string
}

function Outcome({ preview, from, client }: OutcomeProps) {
  const { name, dueMinor } = from
  const { what, numbers, valueMinor, currency, left, total, booked, endWords } = preview
  const which = numbers.length === 0 ? '' : ` (#${numbers.join(', #')})`
  return (
    <>
      {what}
      {which}, worth {formatMoney(valueMinor, currency)}, {numbers.length > 1 ? 'go' : 'goes'} to <bdi>{client}</bdi> as a package of their
      own, without an invoice. {endWords === 'No end' ? 'It has no end.' : `Its end: ${endWords}.`}
      <p className={styles.note}>
        {left === null ? (
          <>Nothing more can be booked on {name} here.</>
        ) : (
          <>
            <bdi>{name}</bdi> then has {left} left and counts “of {total}”.
          </>
        )}
        {booked > 0 && ` ${plural(booked, 'booked visit')} ${booked === 1 ? 'stays' : 'stay'} on it.`}
      </p>
      {from.awaitsInvoice && (
        <p className={styles.warning}>
          <bdi>{name}</bdi> has no invoice yet.
        </p>
      )}
      {dueMinor > 0 && (
        <p className={styles.warning}>
          {formatMoney(dueMinor, currency)} of <bdi>{name}</bdi> is not paid yet, and is still owed by{' '}
          <bdi>{from.payerName ?? from.ownerName}</bdi>.
        </p>
      )}
    </>
  )
}
