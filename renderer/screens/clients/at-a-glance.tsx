// The figures one looks for with a client at the desk: what is due, what is still to come, when they were and will be here.

import { Link } from '@tanstack/react-router'
import { dayOf } from '../../../shared/dates.ts'
import { formatDateTime, formatNearDate, plural } from '../../../shared/format.ts'
import { Card } from '../../components/card.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import { useMoney } from '../../components/use-money.ts'
import type { OneClient } from './client-types.ts'
import styles from './client.module.css'

export function AtAGlance({ client }: { client: OneClient }) {
  const { today } = useClock()
  const { lastVisit, nextVisit } = client
  const words = useMoney()
  /** `120.00 and 50.00 USD`; empty when there is nothing. */
  const amounts = (of: (m: OneClient['money'][number]) => number) =>
    client.money
      .filter((m) => of(m) > 0)
      .map((m) => words(of(m), m.currency))
      .join(' and ')
  const [due, onAccount, toCome] = [amounts((m) => m.balanceMinor), amounts((m) => m.creditMinor), amounts((m) => m.prepaidMinor)]

  return (
    <Card className={styles.sideCard}>
      <h2>At a glance</h2>
      <dl className={styles.glance}>
        <dt>Balance</dt>
        <dd>
          {due ? (
            <Link to="/clients/$clientId" params={{ clientId: String(client.id) }} search={{ tab: 'invoices' }} className={styles.due}>
              {due} due
            </Link>
          ) : (
            'Nothing due'
          )}
        </dd>
        <dt>Still to come</dt>
        <dd>{toComeWords(client, toCome)}</dd>
        {onAccount && (
          <>
            <dt>On account</dt>
            <dd>{onAccount}</dd>
          </>
        )}
        <dt>Last visit</dt>
        <dd>
          {lastVisit ? (
            <>
              {formatNearDate(dayOf(lastVisit.at), today)}, <bdi>{lastVisit.practitioner}</bdi>
            </>
          ) : (
            'None yet'
          )}
        </dd>
        <dt>Next visit</dt>
        <dd>
          {nextVisit ? (
            <>
              {formatDateTime(nextVisit.at)}, <bdi>{nextVisit.practitioner}</bdi>
            </>
          ) : (
            'None booked'
          )}
        </dd>
        <dt>No-shows</dt>
        <dd>{client.noShows > 0 ? <ToneBadge tone="warn">{client.noShows}</ToneBadge> : 'None'}</dd>
        {client.address && (
          <>
            <dt>Address</dt>
            <dd className={styles.address} dir="auto">
              {client.address}
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}

/** `450.00 in 6 sessions`, `165.00 in 1 session and unlimited ones`, `3 sessions` that are worth nothing. */
function toComeWords({ prepaidSessions: n, prepaidUnlimited }: OneClient, worth: string): string {
  if (n === 0 && worth === '') return 'Nothing'
  const counted = n > 0 ? plural(n, 'session') : 'unlimited sessions'
  return [worth, `${counted}${n > 0 && prepaidUnlimited ? ' and unlimited ones' : ''}`].filter(Boolean).join(' in ')
}
