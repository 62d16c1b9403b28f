// One appointment: who, when, what; its status with one key each; the package it is on, its invoice, its note,
// and every way it can be changed. What its status or the person's role does not allow is not shown.

import { Button, Menu } from '@mantine/core'
import { IconCalendar, IconClock, IconDots, IconRestore, IconStethoscope, IconTrash, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf, minutesBetween } from '../../../shared/dates.ts'
import { isEnding, isOpen } from '../../../shared/domain/appointments.ts'
import { formatDate, formatWeekday } from '../../../shared/format.ts'
import { ChangeDrawer } from '../../components/client-package/change/change-drawer.tsx'
import type { Changing } from '../../components/client-package/change/changes.ts'
import { PayerDrawer } from '../../components/payer/payer-drawer.tsx'
import { PaymentDrawer } from '../../components/payment/payment-drawer.tsx'
import { SellDrawer } from '../../components/sell/sell-drawer.tsx'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useCan, usePerson } from '../../components/use-can.ts'
import type { AppointmentData } from './appointment-data.ts'
import { AppointmentInvoice } from './appointment-invoice.tsx'
import { AppointmentNote } from './appointment-note.tsx'
import { AppointmentPackages } from './appointment-packages.tsx'
import classes from './appointment.module.css'
import { timeRange } from './calendar-words.ts'
import { StatusButtons } from './status-buttons.tsx'
import { useAppointmentCommands } from './use-appointment-commands.ts'
import type { CalendarSearchState } from './use-calendar-search.ts'
import { usePanelKeys } from './use-panel-keys.ts'

interface AppointmentDrawerProps {
  appointment: AppointmentData
  search: CalendarSearchState
  onClose: () => void
}

export function AppointmentDrawer({ appointment, search, onClose }: AppointmentDrawerProps) {
  const { id, clientId, clientName, status, startsAt, endsAt, practitionerId, invoice, deleted } = appointment
  const can = useCan()
  const me = usePerson()
  const commands = useAppointmentCommands()
  const [soldId, setSoldId] = useState<number | null>(null)
  const [beside, setBeside] = useState<'sell' | 'pay' | 'bill' | null>(null)
  const grant = can('appointments.book')
  const mayChange = grant === 'all' || (grant === 'own' && practitionerId === me.id)
  const open = isOpen(status) && !deleted && mayChange
  const edit = () => search.openAppointment(id, 'edit')
  const cancel = () => search.openAppointment(id, 'cancel')
  const noShow = () => search.openAppointment(id, 'noShow')

  const [changing, setChanging] = useState<(Changing & { clientPackageId: number }) | null>(null)
  const changed = appointment.clientPackages.find((p) => p.id === changing?.clientPackageId)

  usePanelKeys(open && beside === null && changing === null ? { e: edit, x: cancel, s: noShow } : {})

  if (beside === 'sell')
    return (
      <SellDrawer
        clientId={clientId}
        opened
        onClose={() => setBeside(null)}
        onSold={({ clientPackageId }) => {
          setBeside(null)
          setSoldId(clientPackageId)
        }}
      />
    )
  if (changing && changed) return <ChangeDrawer changing={changing} clientPackage={changed} onClose={() => setChanging(null)} />
  if (beside === 'pay' && invoice) return <PaymentDrawer invoiceId={invoice.id} opened onClose={() => setBeside(null)} />

  if (beside === 'bill' && invoice) return <PayerDrawer invoiceId={invoice.id} onClose={() => setBeside(null)} />

  return (
    <SideDrawer
      title={
        <Link to="/clients/$clientId" params={{ clientId: String(clientId) }} className={classes.client}>
          <bdi>{clientName}</bdi>
        </Link>
      }
      opened
      onClose={onClose}
      footer={
        open ? (
          <>
            <Button variant="default" className={classes.grow} onClick={edit}>
              Edit <kbd aria-hidden>E</kbd>
            </Button>
            <Button variant="default" className={classes.grow} onClick={cancel}>
              Cancel… <kbd aria-hidden>X</kbd>
            </Button>
            <Button variant="default" className={classes.grow} onClick={noShow}>
              No-show… <kbd aria-hidden>S</kbd>
            </Button>
            <MoreMenu onDelete={() => void commands.remove(id).then((done) => done && onClose())} />
          </>
        ) : undefined
      }
    >
      <section className={classes.facts} aria-label="When and with whom">
        <p>
          <IconCalendar size={17} aria-hidden />
          <span>
            {formatWeekday(dayOf(startsAt))} {formatDate(dayOf(startsAt)).slice(-4)}
          </span>
          <StatusBadge status={status} />
        </p>
        <p>
          <IconClock size={17} aria-hidden />
          <span>
            {timeRange(startsAt, endsAt)} <span className={classes.quiet}>· {minutesBetween(startsAt, endsAt)} min</span>
          </span>
        </p>
        <p>
          <IconStethoscope size={17} aria-hidden />
          <span>{appointment.serviceName}</span>
        </p>
        <p>
          <IconUser size={17} aria-hidden />
          <bdi>{appointment.practitionerName}</bdi>
        </p>
      </section>

      {open && <StatusButtons appointment={appointment} commands={commands} />}
      {deleted && mayChange && (
        <Note text="This appointment was deleted.">
          <Undo label="Restore" onClick={() => void commands.restore(id)} />
        </Note>
      )}
      {!deleted && status === 'completed' && mayChange && (
        <Note text="The visit took place.">
          <Undo label="Undo completion" onClick={() => void commands.undoComplete(id)} />
        </Note>
      )}
      {!deleted && isEnding(status) && mayChange && (
        <Note text={status === 'noShow' ? 'The client did not come.' : 'This appointment was cancelled.'}>
          <Undo label={status === 'noShow' ? 'Undo no-show' : 'Un-cancel'} onClick={() => void commands.undoEnd(id)} />
        </Note>
      )}

      <AppointmentPackages
        onChange={({ id: clientPackageId }, change) => setChanging({ ...change, clientPackageId })}
        appointment={appointment}
        onSell={can('clientPackages.sell') && !deleted ? () => setBeside('sell') : null}
        onUse={open ? (itemId) => void commands.putOn(appointment, itemId) : null}
        soldId={soldId}
      />
      <AppointmentInvoice
        appointment={appointment}
        onPay={can('payments.take') ? () => setBeside('pay') : null}
        onBill={can('invoices.bill') ? () => setBeside('bill') : null}
      />
      <AppointmentNote appointment={appointment} editable={open} />
    </SideDrawer>
  )
}

function MoreMenu({ onDelete }: { onDelete: () => void }) {
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button variant="default" px={9} aria-label="More">
          <IconDots size={17} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={onDelete}>
          Delete appointment
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Note({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <div className={classes.ended}>
      <span>{text}</span>
      {children}
    </div>
  )
}

function Undo({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="compact-md" variant="default" leftSection={<IconRestore size={15} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  )
}
