// The package this visit is on, and beside it all that the client has: what is left at a glance.

import { Button } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatDate, formatMoney } from '../../../shared/format.ts'
import type { Changing } from '../../components/client-package/change/changes.ts'
import { Pencil } from '../../components/client-package/change/pencil.tsx'
import { Pips } from '../../components/pips.tsx'
import { StateBadge } from '../../components/state-badge.tsx'
import type { AppointmentData } from './appointment-data.ts'
import { useMoney } from '../../components/use-money.ts'
import classes from './appointment.module.css'
import { countWords } from './calendar-words.ts'

interface AppointmentPackagesProps {
  appointment: AppointmentData
  onSell: (() => void) | null
  /** Puts this visit on an item of a package. */
  onUse: ((itemId: number) => void) | null
  /** Opens what a pencil beside one of the packages changes. */
  onChange: (clientPackage: ClientPackage, changing: Changing) => void
  /** Sold or assigned from here just now. */
  soldId: number | null
}

type ClientPackage = AppointmentData['clientPackages'][number]

const isOver = ({ state }: ClientPackage): boolean => state === 'used' || state === 'expired' || state === 'cancelled'

export function AppointmentPackages({ appointment, onSell, onUse, onChange, soldId }: AppointmentPackagesProps) {
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
            Sell or assign a package
          </Button>
        )}
      </header>
      {session && mine ? (
        <PackageRow
          clientPackage={mine}
          clientId={appointment.clientId}
          itemId={session.clientPackageItemId}
          count={countWords(session.count)}
          onChange={onChange}
        />
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
            <PackageRow key={p.id} clientPackage={p} clientId={appointment.clientId} itemId={null} count={null} onChange={onChange}>
              <UseIt clientPackage={p} serviceId={appointment.serviceId} onUse={session ? null : onUse} autoFocus={p.id === soldId} />
            </PackageRow>
          ))}
        </>
      )}
      {!mine && others.length === 0 && <p className={classes.quiet}>No active packages.</p>}
    </section>
  )
}

interface PackageRowProps {
  clientPackage: ClientPackage
  /** Who is treated. */
  clientId: number
  /** Only the item this visit is on; null: all of them. */
  itemId: number | null
  count: string | null
  onChange: AppointmentPackagesProps['onChange']
  children?: ReactNode
}

function PackageRow({ clientPackage, clientId, itemId, count, onChange, children }: PackageRowProps) {
  const money = useMoney()
  const items = clientPackage.items.filter((item) => itemId === null || item.id === itemId)
  return (
    <div className={classes.package} data-mine={itemId !== null || undefined}>
      <div className={classes.packageHead}>
        <bdi className={classes.packageName}>{clientPackage.name}</bdi>
        {clientPackage.state !== 'active' && <StateBadge clientPackage={clientPackage.state} />}
        {clientPackage.clientId !== clientId && (
          <span className={classes.quiet}>
            shared by <bdi>{clientPackage.ownerName}</bdi>
          </span>
        )}
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
          {!item.unlimited && (
            <Pencil
              clientPackage={clientPackage}
              viewerId={clientId}
              label={`Adjust ${item.label} of ${clientPackage.name}`}
              onClick={() => onChange(clientPackage, { change: 'adjust', itemId: item.id })}
            />
          )}
        </div>
      ))}
      <p className={classes.quiet}>
        {clientPackage.end ? `Until ${formatDate(clientPackage.end)}` : clientPackage.endWords}
        <Pencil
          clientPackage={clientPackage}
          viewerId={clientId}
          label={`Change the end of ${clientPackage.name}`}
          onClick={() => onChange(clientPackage, { change: 'end' })}
        />
        {clientPackage.dueMinor > 0 && (
          <span className={classes.warn}> · {money(clientPackage.dueMinor, clientPackage.currency)} not paid</span>
        )}
      </p>
      {children}
    </div>
  )
}

interface UseItProps {
  clientPackage: ClientPackage
  serviceId: number
  onUse: ((itemId: number) => void) | null
  autoFocus: boolean
}

/** Offers to put the visit on the first item that covers it and has a session left. */
function UseIt({ clientPackage, serviceId, onUse, autoFocus }: UseItProps) {
  const item = clientPackage.items.find((i) => i.serviceIds.includes(serviceId) && (i.unlimited || i.remaining > 0))
  if (!onUse || !item) return null
  return (
    <Button
      size="compact-sm"
      variant={autoFocus ? 'filled' : 'default'}
      className={classes.useIt}
      autoFocus={autoFocus}
      onClick={() => onUse(item.id)}
    >
      Put this visit on it
    </Button>
  )
}
