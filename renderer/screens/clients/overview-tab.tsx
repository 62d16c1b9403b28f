// What is next and what is new: the coming appointments, the packages in use, what is still to be paid, the last visits.

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { isSpent } from '../../components/client-package/client-package-words.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useClock } from '../../components/use-clock.ts'
import { AppointmentsTable } from './appointments-table.tsx'
import { latestFirst, ownFirst } from './client-order.ts'
import type { MayDo, OneClient } from './client-types.ts'
import styles from './client.module.css'
import { InvoicesTable } from './invoices-table.tsx'
import { PackageLines } from './package-lines.tsx'

const FEW = 3

interface Props {
  client: OneClient
  onShow: (tab: 'appointments' | 'packages' | 'invoices') => void
  onSell: MayDo
  onBook: MayDo
}

export function OverviewTab({ client, onShow, onSell, onBook }: Props) {
  const { now } = useClock()
  const clientId = client.id
  const appointments = useQuery({ ...api.appointments.ofClient.queryOptions({ input: { clientId } }), select: latestFirst })
  const owned = useQuery(api.clientPackages.ofClient.queryOptions({ input: { clientId } }))
  const open = useQuery(
    api.invoices.list.queryOptions({ input: { search: '', clientId, states: ['overdue', 'partPaid', 'open'], page: 1, pageSize: FEW } }),
  )

  return (
    <div className={styles.overview}>
      <Section title="Next" more={{ words: 'All appointments', show: () => onShow('appointments') }}>
        <QueryState query={appointments}>
          {(rows) => {
            const next = rows.filter((row) => row.endsAt >= now && IS_AHEAD.has(row.status)).toReversed()
            return next.length === 0 ? (
              <Nothing words="Nothing is booked." action={onBook && { words: 'Book', act: onBook }} />
            ) : (
              <AppointmentsTable rows={next.slice(0, FEW)} label="Next appointments" clientId={clientId} />
            )
          }}
        </QueryState>
      </Section>
      <Section title="Packages in use" more={{ words: 'All packages', show: () => onShow('packages') }}>
        <QueryState query={owned}>
          {(rows) => {
            const inUse = ownFirst(rows, clientId).filter((row) => !isSpent(row))
            return inUse.length === 0 ? (
              <Nothing words="No package with sessions left." action={onSell && { words: 'Sell package', act: onSell }} />
            ) : (
              <PackageLines rows={inUse} clientId={clientId} />
            )
          }}
        </QueryState>
      </Section>
      <Section title="To be paid" more={{ words: 'All invoices', show: () => onShow('invoices') }}>
        <QueryState query={open}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Nothing words="Everything is paid." />
            ) : (
              <InvoicesTable rows={rows} label="Invoices to be paid" clientId={clientId} />
            )
          }
        </QueryState>
      </Section>
      <Section title="Last visits">
        <QueryState query={appointments}>
          {(rows) => {
            const past = rows.filter((row) => row.endsAt < now && row.status !== 'cancelled' && row.status !== 'cancelledByPractice')
            return past.length === 0 ? (
              <Nothing words="No visits yet." />
            ) : (
              <AppointmentsTable rows={past.slice(0, FEW)} label="Last visits" clientId={clientId} />
            )
          }}
        </QueryState>
      </Section>
    </div>
  )
}

const IS_AHEAD: ReadonlySet<string> = new Set(['booked', 'confirmed', 'arrived', 'inSession'])

function Section({ title, more, children }: { title: string; more?: { words: string; show: () => void }; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Card flush>
        <div className={styles.sectionHead}>
          <h2>{title}</h2>
          {more && (
            <Button variant="subtle" size="compact-sm" onClick={more.show}>
              {more.words}
            </Button>
          )}
        </div>
        {children}
      </Card>
    </section>
  )
}

function Nothing({ words, action }: { words: string; action?: { words: string; act: () => void } | undefined }) {
  return (
    <div className={styles.nothing}>
      {words}
      {action && (
        <Button variant="default" size="compact-md" onClick={action.act}>
          {action.words}
        </Button>
      )}
    </div>
  )
}
