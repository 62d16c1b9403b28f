// The figures one looks for with a client at the desk: what is due, what is prepaid, when they were and will be here.

import { Link } from '@tanstack/react-router'
import { dayOf } from '../../../shared/dates.ts'
import { formatDateTime, formatMoney, formatNearDate, plural } from '../../../shared/format.ts'
import { Card } from '../../components/card.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import { usePractice } from '../../components/use-practice.ts'
import type { OneClient } from './client-types.ts'
import styles from './client.module.css'

export function AtAGlance({ client }: { client: OneClient }) {
  const { currency } = usePractice()
  const { today } = useClock()
  const { lastVisit, nextVisit } = client
  const money = (amount: number) => formatMoney(amount, currency)

  return (
    <Card className={styles.sideCard}>
      <h2>At a glance</h2>
      <dl className={styles.glance}>
        <dt>Balance</dt>
        <dd>
          {client.balanceMinor > 0 ? (
            <Link to="/clients/$clientId" params={{ clientId: String(client.id) }} search={{ tab: 'invoices' }} className={styles.due}>
              {money(client.balanceMinor)} due
            </Link>
          ) : (
            'Nothing due'
          )}
        </dd>
        <dt>Prepaid</dt>
        <dd>{prepaidWords(client, money)}</dd>
        {client.creditMinor > 0 && (
          <>
            <dt>On account</dt>
            <dd>{money(client.creditMinor)}</dd>
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

/** `450.00 in 6 sessions`, `165.00 in 1 session and unlimited ones` */
function prepaidWords({ prepaidMinor, prepaidSessions: n, prepaidUnlimited }: OneClient, money: (amount: number) => string): string {
  if (n === 0 && prepaidMinor === 0) return 'Nothing'
  const counted = n > 0 ? plural(n, 'session') : 'unlimited sessions'
  return `${money(prepaidMinor)} in ${counted}${n > 0 && prepaidUnlimited ? ' and unlimited ones' : ''}`
}
