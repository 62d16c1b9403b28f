// One client package as a card: what is left at a glance, what it cost, until when. A spent one is pale and short
// until it is opened. The same card stands on the client's page and beside an appointment.

import { ActionIcon, Collapse } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { add } from '../../../shared/money.ts'
import { ToneBadge } from '../state-badge.tsx'
import { useClock } from '../use-clock.ts'
import { useMoney } from '../use-money.ts'
import { AwaitsInvoice } from './awaits-invoice.tsx'
import { ChangeDrawer } from './change/change-drawer.tsx'
import type { Changing } from './change/changes.ts'
import { Pencil } from './change/pencil.tsx'
import { ClientPackageItemLine } from './client-package-item-line.tsx'
import { ClientPackageMenu } from './client-package-menu.tsx'
import {
  cancelledWords,
  type ClientPackage,
  factsOf,
  holdLines,
  isSpent,
  sharingWords,
  spanWords,
  stateOf,
} from './client-package-words.ts'
import { Moves } from './move/moves.tsx'
import styles from './client-package.module.css'
import { ToSchedule } from './to-schedule.tsx'

interface Props {
  clientPackage: ClientPackage
  /** Whose page it stands on: their own sessions need not name them, and what others share says so. */
  viewer: { id: number; name: string }
  /** It was looked for: open, and in view. */
  sought?: boolean
}

export function ClientPackageCard({ clientPackage, viewer, sought = false }: Props) {
  const { today } = useClock()
  const money = useMoney()
  const spent = isSpent(clientPackage)
  const [opened, setOpened] = useState(sought)
  const [changing, setChanging] = useState<Changing | null>(null)
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    if (sought) article.current?.scrollIntoView({ block: 'nearest' })
  }, [sought])
  const titleId = useId()
  const bodyId = useId()
  const state = stateOf(clientPackage, today)
  const isOwn = clientPackage.clientId === viewer.id
  const sharing = sharingWords(clientPackage, viewer.id)

  return (
    <article
      ref={article}
      className={styles.card}
      data-sought={sought || undefined}
      data-spent={spent || undefined}
      aria-labelledby={titleId}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.name}>
          <bdi>{clientPackage.name}</bdi>
        </h2>
        <ToneBadge tone={state.tone}>{state.words}</ToneBadge>
        <span className={styles.sale}>
          {spent && !opened ? <SpanWords clientPackage={clientPackage} /> : <SaleWords clientPackage={clientPackage} />}
        </span>
        {spent && (
          <ActionIcon
            aria-label={opened ? `Hide the sessions of ${clientPackage.name}` : `Show the sessions of ${clientPackage.name}`}
            aria-expanded={opened}
            aria-controls={bodyId}
            onClick={() => setOpened(!opened)}
          >
            <IconChevronDown size={17} className={styles.chevron} data-opened={opened || undefined} aria-hidden />
          </ActionIcon>
        )}
        <ClientPackageMenu clientPackage={clientPackage} viewerId={viewer.id} />
      </header>
      <Collapse id={bodyId} expanded={!spent || opened}>
        <div className={styles.body}>
          {clientPackage.items.map((item) => (
            <ClientPackageItemLine
              key={item.id}
              item={item}
              clientPackage={clientPackage}
              viewer={viewer}
              onAdjust={() => setChanging({ change: 'adjust', itemId: item.id })}
            />
          ))}
          {clientPackage.cancellation && (
            <p className={styles.cancelled}>
              Cancelled <bdi>{cancelledWords(clientPackage, money)}</bdi>
            </p>
          )}
          {clientPackage.notes !== '' && (
            <p className={styles.notes} dir="auto">
              {clientPackage.notes}
            </p>
          )}
          {!spent &&
            holdLines(clientPackage, today).map((words) => (
              <p key={words} className={styles.authorised} dir="auto">
                {words}
              </p>
            ))}
          {isOwn && <Moves clientPackage={clientPackage} />}
          {clientPackage.authorisations.map((a) => (
            <p key={a.id} className={styles.authorised} dir="auto">
              {a.words}
            </p>
          ))}
          {sharing && (
            <p className={styles.sharing} dir="auto">
              {sharing}
            </p>
          )}
          <dl className={styles.facts}>
            {factsOf(clientPackage, money, viewer.id).map(({ label, value, note, tone, isEnd }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <b>{value}</b> {note && <span data-tone={tone}>{note}</span>}
                  {isEnd && (
                    <Pencil
                      clientPackage={clientPackage}
                      viewerId={viewer.id}
                      label={`Change the end of ${clientPackage.name}`}
                      onClick={() => setChanging({ change: 'end' })}
                    />
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {isOwn && <ToSchedule clientPackage={clientPackage} />}
          {isOwn && clientPackage.awaitsInvoice && clientPackage.chargeMinor > 0 && <AwaitsInvoice clientPackage={clientPackage} />}
        </div>
      </Collapse>
      <ChangeDrawer changing={changing} clientPackage={clientPackage} onClose={() => setChanging(null)} />
    </article>
  )
}

function SaleWords({
  clientPackage: { purchasedOn, soldBy, invoice, payerName, awaitsInvoice, cameFrom },
}: {
  clientPackage: ClientPackage
}) {
  return (
    <>
      {awaitsInvoice ? 'Assigned' : invoice === null && cameFrom.length > 0 ? 'Received' : 'Sold'} {formatDate(purchasedOn)}
      {soldBy && (
        <>
          {' by '}
          <bdi>{soldBy}</bdi>
        </>
      )}
      {invoice && (
        <>
          {' · '}
          <Link to="/sales/$invoiceId" params={{ invoiceId: String(invoice.id) }} className={styles.link}>
            {invoice.number === null ? 'Draft invoice' : `Invoice ${invoice.number}`}
          </Link>
          {payerName !== null && (
            <>
              {', billed to '}
              <bdi>{payerName}</bdi>
            </>
          )}
        </>
      )}
    </>
  )
}

function SpanWords({ clientPackage }: { clientPackage: ClientPackage }) {
  const money = useMoney()
  const paidAtVisits = clientPackage.paymentStyle === 'eachAppointment'
  const worth = add(clientPackage.chargeMinor, clientPackage.broughtInMinor)
  return (
    <>
      {spanWords(clientPackage)}
      {!paidAtVisits && worth > 0 && ` · ${money(worth, clientPackage.currency)}`}
    </>
  )
}
