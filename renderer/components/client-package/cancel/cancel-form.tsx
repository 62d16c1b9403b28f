// The form of the cancel dialog. What is not chosen yet is the usual: the unused share, by the last method, settled.

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { REFUND_BY } from '../../../../shared/contract/client-package-endings.ts'
import { type BookEnding, PAYMENT_METHODS, type RefundWay, type VisitChoice } from '../../../../shared/domain/words.ts'
import { formatDateTime, formatMoney, plural } from '../../../../shared/format.ts'
import { minor } from '../../../../shared/money.ts'
import { api, client, newKey } from '../../../api.ts'
import { METHOD_WORDS } from '../../../words.ts'
import { focusInvalid } from '../../focus-invalid.ts'
import { focusWhenShown } from '../../focus-when-shown.ts'
import { notifyDone } from '../../notify-done.tsx'
import { printRefundNote } from '../../pdf-preview/print-document.ts'
import { showError } from '../../show-error.tsx'
import { BooksChoice } from './books-choice.tsx'
import { type CancelPreview, elsewhereWords, lapseWords } from './cancel-words.ts'
import styles from './cancel.module.css'
import { RefundCards } from './refund-cards.tsx'

type RefundBy = (typeof REFUND_BY)[number]
const PAYOUTS = [...PAYMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] })), { value: 'account', label: 'On account' }]
const VISITS = [
  { value: 'keep', label: 'Keep them, at the regular fee' },
  { value: 'cancel', label: 'Cancel them' },
]

const endsBy = (preview: CancelPreview, way: RefundWay) => preview.ways.find((w) => w.way === way)?.ends ?? []

interface Props {
  id: number
  name: string
  preview: CancelPreview
  ownMinor: number | null
  onOwn: (ownMinor: number | null) => void
  /** The figures of the own amount as it stands, also where Enter came before them. */
  current: () => Promise<CancelPreview>
  /** The figures shown may not be true any more. */
  onStale: () => void
  onClose: () => void
}

export function CancelForm({ id, name, preview, ownMinor, onOwn, current, onStale, onClose }: Props) {
  const last = useQuery(api.payments.lastMethod.queryOptions())
  const [key] = useState(newKey)
  const [marked, setMarked] = useState(false)
  const [reason, setReason] = useState('')
  const [visits, setVisits] = useState<VisitChoice>('keep')
  const usual = (preview.ways.find((w) => w.way === 'unusedShare')?.refundMinor ?? 0) > 0 ? 'unusedShare' : 'none'
  const [way, setWay] = useState<RefundWay>(usual)
  const [chosenBy, setRefundBy] = useState<RefundBy | null>(null)
  const [chosenBooks, setBooks] = useState<BookEnding | null>(null)
  const choice = preview.ways.find((w) => w.way === way)
  const ends = endsBy(preview, way)
  const booksBy = (figures: CancelPreview): BookEnding => {
    const offered = endsBy(figures, way).map((end) => end.books)
    return offered.find((books) => books === chosenBooks) ?? offered[0] ?? 'unchanged'
  }
  const refundBy = chosenBy ?? last.data?.method ?? 'card'
  const refundMinor = way === 'ownAmount' ? (ownMinor ?? 0) : (choice?.refundMinor ?? 0)
  const money = (amount: number) => formatMoney(amount, preview.currency)
  const elsewhere = elsewhereWords(preview)
  const cancel = useMutation({
    mutationFn: async () =>
      client.clientPackages.cancel({
        key,
        id,
        reason,
        visits,
        way,
        refundMinor: minor(refundMinor),
        refundBy,
        books: booksBy(await current()),
      }),
  })
  const tooMuch = way === 'ownAmount' && (ownMinor === null || ownMinor > preview.paidMinor)

  function submit(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setMarked(true)
    focusInvalid(event.currentTarget)
    if (reason.trim() === '' || tooMuch || cancel.isPending) return
    cancel.mutate(undefined, {
      onSuccess: () => {
        if (refundMinor > 0)
          notifyDone(`${name} is cancelled, ${money(refundMinor)} given back.`, {
            next: { label: 'Print refund note', onClick: () => printRefundNote(id) },
          })
        else notifyDone(`${name} is cancelled.`)
        onClose()
      },
      onError: (error) => {
        showError(error)
        onStale()
      },
    })
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lapse}>{lapseWords(preview)}</p>
      {elsewhere !== null && (
        <p className={styles.said} dir="auto">
          {elsewhere}
        </p>
      )}
      <TextInput
        label="Reason"
        required
        dir="auto"
        maxLength={200}
        data-autofocus
        ref={focusWhenShown}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={marked && reason.trim() === '' ? 'Enter a reason.' : undefined}
      />
      {preview.visits.length > 0 && (
        <div className={styles.visits} role="group" aria-label="Booked visits">
          <span>{plural(preview.visits.length, 'visit')} booked on it:</span>
          <ul>
            {preview.visits.map((visit) => (
              <li key={visit.id}>
                {formatDateTime(visit.startsAt)} · <bdi>{visit.service}</bdi> · <bdi>{visit.practitioner}</bdi> · <bdi>{visit.treated}</bdi>
              </li>
            ))}
          </ul>
          <SegmentedControl
            aria-label="What becomes of them"
            data={VISITS}
            value={visits}
            onChange={(value) => setVisits(value as VisitChoice)}
          />
        </div>
      )}
      {preview.invoice !== null && preview.paidMinor > 0 && (
        <RefundCards
          preview={preview}
          way={way}
          ownMinor={ownMinor}
          error={marked && tooMuch ? (ownMinor === null ? 'Enter an amount.' : `At most ${money(preview.paidMinor)} was paid.`) : undefined}
          onWay={setWay}
          onOwn={onOwn}
        />
      )}
      {preview.invoice !== null && refundMinor > 0 && (
        <div role="group" aria-label="How it is given back">
          <SegmentedControl
            aria-label="Method"
            fullWidth
            data={PAYOUTS}
            value={refundBy}
            onChange={(value) => setRefundBy(value as RefundBy)}
          />
          {refundBy === 'account' && (
            <p className={styles.note}>
              It becomes credit of <bdi>{preview.invoice.payer}</bdi>, for the next invoice.
            </p>
          )}
        </div>
      )}
      {preview.invoice !== null && preview.totalMinor > 0 && (
        <BooksChoice preview={preview} invoiceNumber={preview.invoice.number} ends={ends} books={booksBy(preview)} onChange={setBooks} />
      )}
      <div className={styles.foot}>
        <Button variant="default" onClick={onClose}>
          Go back
        </Button>
        <Button type="submit" color="red" loading={cancel.isPending}>
          {refundMinor > 0 && !tooMuch ? `Cancel package and give back ${money(refundMinor)}` : 'Cancel package'}
        </Button>
      </div>
    </form>
  )
}
