// Bills an invoice to somebody else. What that does is said before it is done: a draft is changed, a published one becomes void
// and a new one takes its place. One that somebody paid on can't be; it says what to do first.

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import { fullName } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { EditDrawer } from '../edit-drawer.tsx'
import { notifyDone } from '../notify-done.tsx'
import { QueryState } from '../query-state.tsx'
import { showError } from '../show-error.tsx'
import { SideDrawer } from '../side-drawer.tsx'
import { PayerChoice } from './payer-choice.tsx'
import { AS_USUAL, type PayerDraft, payerIdOf, problemOfPayer } from './payer-draft.ts'
import { noteOf } from './payer-words.ts'
import styles from './payer.module.css'

type Payers = InferContractRouterOutputs<Contract>['invoices']['payers']
const TITLE = 'Bill to'

interface Props {
  invoiceId: number
  onClose: () => void
  /** The invoice that asks for it now: the same draft, or the new one. */
  onBilled?: (invoiceId: number) => void
}

export function PayerDrawer({ invoiceId, onClose, onBilled }: Props) {
  const payers = useQuery(api.invoices.payers.queryOptions({ input: { invoiceId } }))
  if (payers.data && payers.data.refusal === null)
    return <PayerForm invoiceId={invoiceId} payers={payers.data} onClose={onClose} onBilled={onBilled} />
  return (
    <SideDrawer
      title={TITLE}
      opened
      onClose={onClose}
      footer={
        <Button variant="default" fullWidth onClick={onClose}>
          Close
        </Button>
      }
    >
      <QueryState query={payers}>
        {({ refusal }) => (
          <p className={styles.outcome} role="status">
            {refusal}
          </p>
        )}
      </QueryState>
    </SideDrawer>
  )
}

interface FormProps {
  invoiceId: number
  payers: Payers
  onClose: () => void
  onBilled: ((invoiceId: number) => void) | undefined
}

function PayerForm({ invoiceId, payers: { payerId, payerName, choices, usualPayerId, replaces }, onClose, onBilled }: FormProps) {
  const [key] = useState(newKey)
  const [draft, setDraft] = useState<PayerDraft>(AS_USUAL)
  const [marked, setMarked] = useState(false)
  const isSaved = useRef(false) // at once, since closing leads to another page
  const setPayer = useMutation(api.invoices.setPayer.mutationOptions())
  const atHand = choices.map((c) => ({ clientId: c.clientId, name: c.name, note: noteOf(c, usualPayerId) }))
  const isAtHand = atHand.some((c) => c.clientId === payerId)
  const known = isAtHand ? atHand : [...atHand, { clientId: payerId, name: payerName, note: 'is billed now' }]
  const problem = problemOfPayer(draft)
  const chosenId = payerIdOf(draft) ?? payerId
  const chosen =
    draft.picked === 'other' && draft.other ? fullName(draft.other) : (known.find((c) => c.clientId === chosenId)?.name ?? payerName)
  const changes = chosenId !== payerId

  /** The drawer is closed by then: what went wrong is told by the promise alone. */
  const setBack = () =>
    setPayer.mutateAsync({ key: newKey(), invoiceId, payerId, replaces: false }).catch((error: unknown) => showError(error))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMarked(true)
    if (problem || setPayer.isPending) return
    if (!changes) return onClose()
    setPayer.mutate(
      { key, invoiceId, payerId: chosenId, replaces: replaces !== null },
      {
        onSuccess: (made) => {
          isSaved.current = true
          onClose()
          onBilled?.(made.id)
          if (replaces) notifyDone(`Invoice ${made.number} is billed to ${chosen}; ${replaces.number} is void.`)
          else notifyDone(`${chosen} is billed.`, { undo: () => void setBack() })
        },
        onError: (error) => showError(error),
      },
    )
  }

  return (
    <EditDrawer
      title={TITLE}
      saveLabel={replaces ? 'Void it and bill anew' : 'Save'}
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => changes && !isSaved.current}
      isSaving={setPayer.isPending}
    >
      <PayerChoice
        label="Who pays"
        atHand={known}
        usualId={payerId}
        value={draft}
        onChange={setDraft}
        error={marked ? problem : undefined}
      />
      {replaces && (
        <div role="status">
          <p className={styles.outcome}>
            Invoice {replaces.number} is published, so it keeps naming <bdi>{payerName}</bdi> and becomes void. A new one with the next
            number asks {changes ? <bdi>{chosen}</bdi> : 'whom you choose'} for the same.
          </p>
          {replaces.printed && (
            <p className={styles.outcome} data-tone="warn">
              It was printed or saved before: tell <bdi>{payerName}</bdi> that it counts no more.
            </p>
          )}
        </div>
      )}
    </EditDrawer>
  )
}
