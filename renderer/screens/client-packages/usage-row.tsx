// One client package on the usage page: who and how to reach them, what is left, until when, what was paid; and its timeline below.

import { ActionIcon } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, useId } from 'react'
import type { z } from 'zod'
import type { ClientPackageRow } from '../../../shared/contract/client-package-list.ts'
import { dayOf } from '../../../shared/dates.ts'
import { formatDate, formatNearDate } from '../../../shared/format.ts'
import { ClientPackageMenu } from '../../components/client-package/client-package-menu.tsx'
import { leftWords, stateOf } from '../../components/client-package/client-package-words.ts'
import { Pips } from '../../components/pips.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import { useMoney } from '../../components/use-money.ts'
import { Timeline } from './timeline.tsx'
import styles from './usage.module.css'

export type UsageRowData = z.output<typeof ClientPackageRow>

interface Props {
  row: UsageRowData
  index: number
  offset: number
  measure: (element: Element | null) => void
  opened: boolean
  onToggle: (id: number) => void
}

/** Drawn once: while the list is scrolled, only rows that come into view cost anything. */
export const UsageRow = memo(function UsageRow({ row, index, offset, measure, opened, onToggle }: Props) {
  const { today } = useClock()
  const timelineId = useId()
  const state = stateOf(row, today)
  const moneyOf = useMoney()
  const money = (amount: number) => moneyOf(amount, row.currency)
  const each = row.paymentStyle === 'eachAppointment'
  const contact = [row.phone, row.email].filter(Boolean)
  return (
    <div
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <span role="cell">
        <ActionIcon
          aria-label={`${opened ? 'Hide' : 'Show'} the timeline of ${row.clientName}`}
          aria-expanded={opened}
          aria-controls={timelineId}
          onClick={() => onToggle(row.id)}
        >
          <IconChevronRight size={16} className={styles.chevron} data-opened={opened || undefined} aria-hidden />
        </ActionIcon>
      </span>
      <span role="cell" className={styles.client}>
        <Link to="/clients/$clientId" params={{ clientId: String(row.clientId) }} search={{ tab: 'packages', package: row.id }} dir="auto">
          {row.clientName}
        </Link>
        {contact.map((way) => (
          <bdi key={way} className={styles.contact}>
            {way}
          </bdi>
        ))}
      </span>
      <span role="cell">
        <ToneBadge tone={state.tone}>{state.words}</ToneBadge>
      </span>
      <span role="cell" className={styles.progress}>
        {row.items.map((item) => (
          <span key={item.id} className={styles.item}>
            <Pips size="s" states={item.pips.map((pip) => pip.state)} unlimited={item.unlimited} />
            <span className={styles.quiet}>
              {row.items.length > 1 && (
                <>
                  <bdi>{item.label}</bdi>:{' '}
                </>
              )}
              {leftWords(item, today)}
            </span>
          </span>
        ))}
      </span>
      <span role="cell">{formatDate(row.purchasedOn)}</span>
      <span role="cell">{row.end ? formatDate(row.end) : row.endWords}</span>
      <span role="cell">{row.lastUseAt ? formatNearDate(dayOf(row.lastUseAt), today) : <span className={styles.quiet}>–</span>}</span>
      <span role="cell" data-number>
        {each ? <span className={styles.quiet}>each visit</span> : money(row.chargeMinor)}
        {!each && row.chargeMinor < row.priceMinor && <span className={styles.contact}>of {money(row.priceMinor)}</span>}
      </span>
      <span role="cell" data-number>
        {each ? <span className={styles.quiet}>–</span> : money(row.paidMinor)}
        {row.dueMinor > 0 && <span className={styles.due}>{money(row.dueMinor)} due</span>}
      </span>
      <span role="cell" className={styles.menu}>
        <ClientPackageMenu clientPackage={row} viewerId={row.clientId} />
      </span>
      {opened && (
        <div id={timelineId} role="cell" className={styles.timeline}>
          <Timeline clientPackageId={row.id} ownerName={row.clientName} />
        </div>
      )}
    </div>
  )
})
