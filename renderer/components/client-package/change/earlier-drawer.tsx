// Puts visits on a client package that were held before it was bought or were left off it. What becomes of each invoice is said
// beside the visit; a printed receipt is warned of. Those that were put on it so can be taken off again.

import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '../../../../shared/dates.ts'
import { formatDate, formatMoney, plural } from '../../../../shared/format.ts'
import { sum } from '../../../../shared/money.ts'
import { api, newKey } from '../../../api.ts'
import { EditDrawer } from '../../edit-drawer.tsx'
import { notifyDone } from '../../notify-done.tsx'
import { QueryState } from '../../query-state.tsx'
import { showError } from '../../show-error.tsx'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'
import { type EarlierVisit, invoiceWords, outcomeWords, visitWords } from './earlier-words.ts'

interface Props {
  clientPackage: ClientPackage
  onClose: () => void
}

export function EarlierDrawer({ clientPackage, onClose }: Props) {
  const { id, name, ownerName } = clientPackage
  const [key] = useState(newKey)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [missing, setMissing] = useState(false)
  const earlier = useQuery({
    ...api.clientPackages.earlierVisits.queryOptions({ input: { id, appointmentIds: [...chosen] } }),
    placeholderData: keepPreviousData,
  })
  const redeem = useMutation(api.clientPackages.redeemLater.mutationOptions())
  const undo = useMutation(api.clientPackages.undoRedeemLater.mutationOptions())
  const takeOff = (appointmentIds: number[]) =>
    undo.mutate(
      { key: newKey(), id, appointmentIds },
      {
        onSuccess: ({ dueMinor }) => {
          onClose()
          const due = dueMinor > 0 ? ` ${formatMoney(dueMinor, clientPackage.currency)} is due again.` : ''
          notifyDone(`${plural(appointmentIds.length, 'visit')} taken off ${name}.${due}`)
        },
        onError: (error) => showError(error),
      },
    )

  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (chosen.length === 0) return setMissing(true)
    const appointmentIds = [...chosen]
    redeem.mutate(
      { key, id, appointmentIds },
      {
        onSuccess: ({ creditMinor }) => {
          onClose()
          const credit = creditMinor > 0 ? ` ${formatMoney(creditMinor, clientPackage.currency)} is on the account.` : ''
          notifyDone(`${plural(appointmentIds.length, 'visit')} put on ${name}.${credit}`, { undo: () => takeOff(appointmentIds) })
        },
        onError: (error) => showError(error),
      },
    )
  }

  return (
    <EditDrawer
      title="Earlier visits"
      saveLabel="Put on package"
      nothing={earlier.data?.visits.length === 0}
      onClose={onClose}
      onSubmit={submit}
      isDirty={() => chosen.length > 0}
      isSaving={redeem.isPending}
    >
      <p className={styles.what}>
        Put on <bdi>{name}</bdi>
      </p>
      <QueryState query={earlier}>
        {({ visits, put, currency, ...ends }) => (
          <>
            {visits.length === 0 && <p className={styles.outcome}>No attended visit that it covers is without a package.</p>}
            {visits.map((visit) => (
              <div key={visit.appointmentId} className={styles.visit}>
                <Checkbox
                  label={visitWords(visit, ownerName)}
                  description={invoiceWords(visit, currency)}
                  checked={chosen.includes(visit.appointmentId)}
                  onChange={(event) => {
                    const { checked } = event.currentTarget
                    setMissing(false)
                    setChosen(checked ? [...chosen, visit.appointmentId] : chosen.filter((other) => other !== visit.appointmentId))
                  }}
                />
                {visit.invoice?.printed && <p className={styles.warning}>A receipt of it was printed or saved.</p>}
              </div>
            ))}
            {missing && (
              <p className={styles.warning} role="alert">
                Choose at least one visit.
              </p>
            )}
            {chosen.length > 0 && (
              <div className={styles.outcome} role="status">
                {outcomeWords(
                  chosen.length,
                  sum(visits.flatMap((v) => (v.invoice && chosen.includes(v.appointmentId) ? [v.invoice.creditMinor] : []))),
                  currency,
                )}
                {ends.endBefore !== ends.endAfter && (
                  <p className={styles.warning}>
                    Its end: {ends.endBefore} → {ends.endAfter}
                    {ends.outside.length > 0 &&
                      `. Booked later than that, and kept: ${ends.outside.map((at) => formatDate(dayOf(at))).join(', ')}`}
                  </p>
                )}
              </div>
            )}
            {put.length > 0 && <PutList rows={put} ownerName={ownerName} onTakeOff={(of) => takeOff([of])} isBusy={undo.isPending} />}
          </>
        )}
      </QueryState>
    </EditDrawer>
  )
}

interface PutListProps {
  rows: readonly EarlierVisit[]
  ownerName: string
  onTakeOff: (appointmentId: number) => void
  isBusy: boolean
}

function PutList({ rows, ownerName, onTakeOff, isBusy }: PutListProps) {
  return (
    <section aria-label="Put on it so far" className={styles.put}>
      <h3>Put on it so far</h3>
      {rows.map((visit) => (
        <div key={visit.appointmentId} className={styles.held}>
          <span dir="auto">{visitWords(visit, ownerName)}</span>
          <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => onTakeOff(visit.appointmentId)}>
            Take off
          </Button>
        </div>
      ))}
    </section>
  )
}
