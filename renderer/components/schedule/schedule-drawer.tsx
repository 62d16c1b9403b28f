// Schedules the sessions that are left of a client package, by one command: all of the visits, or none.

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { plural } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { refusalOf } from '../../errors.ts'
import type { ClientPackage } from '../client-package/client-package-words.ts'
import { showError } from '../show-error.tsx'
import { SideDrawer } from '../side-drawer.tsx'
import { useOnceReady } from '../use-once-ready.ts'
import type { Choice } from './schedule-draft.ts'
import { ScheduleFields } from './schedule-fields.tsx'
import styles from './schedule.module.css'
import { useSchedule } from './use-schedule.ts'
import { useVisitsNotice } from './use-visits-notice.ts'

export function ScheduleDrawer({ clientPackage: p, onClose }: { clientPackage: ClientPackage; onClose: () => void }) {
  const formId = useId()
  const [key] = useState(newKey)
  const [marked, setMarked] = useState(false)
  const notify = useVisitsNotice()
  const services = useQuery(api.catalog.listServices.queryOptions())
  const choices: Choice[] = p.items.flatMap((item) =>
    item.isProduct || (!item.unlimited && item.remaining === 0)
      ? []
      : item.serviceIds.map((id) => ({
          id,
          name: services.data?.find((s) => s.id === id)?.name ?? item.label,
          basis: { kind: 'owned' as const, clientPackageItemId: item.id },
          left: item.unlimited ? null : item.remaining,
        })),
  )
  const schedule = useSchedule({ clientId: p.clientId, choices, enabled: true })
  const book = useMutation(api.appointments.bookVisits.mutationOptions())
  const count = schedule.ready.length

  const run = () => {
    const basis = schedule.choice?.basis
    if (schedule.problem !== null || basis?.kind !== 'owned' || book.isPending) return
    const { clientPackageItemId } = basis
    book.mutate(
      { key, clientId: p.clientId, clientPackageItemId, visits: schedule.ready, confirmed: schedule.confirmed },
      {
        onSuccess: ({ appointmentIds }) => {
          notify(appointmentIds)
          onClose()
        },
        onError: (error) => {
          const refusal = refusalOf(error)
          if (refusal?.code === 'clientPackage.endMoves') schedule.askEndMoves(refusal.sentence)
          else showError(error)
        },
      },
    )
  }
  const { ask, asked } = useOnceReady<'now'>(!schedule.isWaiting, run)

  return (
    <SideDrawer
      title="Schedule visits"
      opened
      onClose={onClose}
      footer={
        <>
          <Button
            type="submit"
            form={formId}
            className={styles.grow}
            loading={book.isPending || asked !== null}
            rightSection={<kbd className={styles.key}>↵</kbd>}
          >
            {count === 0 ? 'Book' : `Book ${plural(count, 'visit')}`}
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.schedule}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMarked(true)
          ask('now')
        }}
      >
        <p className={styles.what}>
          <bdi>{p.name}</bdi>
        </p>
        <ScheduleFields schedule={schedule} packageName={p.name} problem={marked ? (schedule.problem ?? undefined) : undefined} />
      </form>
    </SideDrawer>
  )
}
