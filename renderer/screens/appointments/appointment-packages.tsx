// The package this visit is on, and beside it all that the client has: what is left at a glance.

import { Button } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { formatDate, formatMoney } from '../../../shared/format.ts'
import { Pips } from '../../components/pips.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import type { AppointmentData } from './appointment-data.ts'
import classes from './appointment.module.css'
import { countWords } from './calendar-words.ts'

interface AppointmentPackagesProps {
  appointment: AppointmentData
  onSell: (() => void) | null
}

type ClientPackage = AppointmentData['clientPackages'][number]

const isOver = ({ state }: ClientPackage): boolean => state === 'used' || state === 'expired' || state === 'cancelled'

export function AppointmentPackages({ appointment, onSell }: AppointmentPackagesProps) {
  const { session, clientPackages, regularPriceMinor, currency } = appointment
  const mine = clientPackages.find((p) => p.id === session?.clientPackageId)
  const others = clientPackages.filter((p) => p !== mine && !isOver(p))
  return (
    <section className={classes.section} aria-label="Packages">
      <header className={classes.sectionHead}>
        <h3>Package</h3>
        {onSell && (
          <Button
            className={classes.aside}
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPackage size={15} aria-hidden />}
            onClick={onSell}
          >
            Sell package
          </Button>
        )}
      </header>
      {session && mine ? (
        <PackageRow clientPackage={mine} itemId={session.clientPackageItemId} count={countWords(session.count)} />
      ) : (
        <p className={classes.quiet}>
          Regular fee, {formatMoney(regularPriceMinor, currency)}
          {session === null && others.length > 0 ? '. This visit is on no package.' : ''}
        </p>
      )}
      {others.length > 0 && (
        <>
          <h4 className={classes.others}>{mine ? 'Also has' : 'Has'}</h4>
          {others.map((p) => (
            <PackageRow key={p.id} clientPackage={p} itemId={null} count={null} />
          ))}
        </>
      )}
      {!mine && others.length === 0 && <p className={classes.quiet}>No active packages.</p>}
    </section>
  )
}

interface PackageRowProps {
  clientPackage: ClientPackage
  /** Only the item this visit is on; null: all of them. */
  itemId: number | null
  count: string | null
}

function PackageRow({ clientPackage, itemId, count }: PackageRowProps) {
  const items = clientPackage.items.filter((item) => itemId === null || item.id === itemId)
  return (
    <div className={classes.package} data-mine={itemId !== null || undefined}>
      <div className={classes.packageHead}>
        <bdi className={classes.packageName}>{clientPackage.name}</bdi>
        {clientPackage.state !== 'active' && <StateBadge clientPackage={clientPackage.state} />}
        {count && <b className={classes.count}>{count}</b>}
      </div>
      {items.map((item) => (
        <div key={item.id} className={classes.item}>
          {items.length > 1 && <span className={classes.itemName}>{item.label}</span>}
          <Pips states={item.pips.map((pip) => pip.state)} size="s" unlimited={item.unlimited} />
          <span>
            {item.unlimited
              ? `unlimited, ${item.used} used`
              : `${item.remaining} left${item.bookedAhead > 0 ? ` · ${item.bookedAhead} booked ahead` : ''}`}
          </span>
        </div>
      ))}
      <p className={classes.quiet}>
        {clientPackage.end ? `Until ${formatDate(clientPackage.end)}` : clientPackage.endWords}
        {clientPackage.dueMinor > 0 && (
          <span className={classes.warn}> · {formatMoney(clientPackage.dueMinor, clientPackage.currency)} not paid</span>
        )}
      </p>
    </div>
  )
}
