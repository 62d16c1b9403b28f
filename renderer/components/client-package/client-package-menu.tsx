// What else can be done with one client package. Hidden when there is nothing the person may do.

import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowUpRight,
  IconCalendarEvent,
  IconCash,
  IconCircleX,
  IconDots,
  IconFileText,
  IconHistory,
  IconPlayerPause,
  IconPlusMinus,
  IconReceipt,
  IconReceiptRefund,
  IconShieldCheck,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { printRefundNote } from '../pdf-preview/print-document.ts'
import { PaymentDrawer } from '../payment/payment-drawer.tsx'
import { InvoiceDrawer } from '../sell/invoice-drawer.tsx'
import { useCan } from '../use-can.ts'
import { CancelDialog } from './cancel/cancel-dialog.tsx'
import { ReactivateDialog } from './cancel/reactivate-dialog.tsx'
import { AdjustDrawer } from './change/adjust-drawer.tsx'
import { AuthorisedDrawer } from './change/authorised-drawer.tsx'
import { EarlierDrawer } from './change/earlier-drawer.tsx'
import { EndDrawer } from './change/end-drawer.tsx'
import { HoldDrawer } from './change/hold-drawer.tsx'
import { isMovable } from './move/movable.ts'
import { TransferDrawer } from './move/transfer-drawer.tsx'
import type { ClientPackage } from './client-package-words.ts'

type Doing = 'authorised' | 'earlier' | 'pay' | 'invoice' | 'adjust' | 'end' | 'hold' | 'transfer' | 'cancel' | 'reactivate'

interface Props {
  clientPackage: ClientPackage
  /** Whose page it stands on: what belongs to another is changed and paid on the owner's page. */
  viewerId: number
}

export function ClientPackageMenu({ clientPackage, viewerId }: Props) {
  const can = useCan()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { id, clientId, ownerName, name, state, items, invoice, purchasedOn, dueMinor, currency } = clientPackage
  const isOwn = clientId === viewerId
  const mayInvoice = isOwn && clientPackage.awaitsInvoice && state !== 'cancelled' && can('clientPackages.sell') !== undefined
  const mayPay = isOwn && invoice !== null && dueMinor > 0 && can('payments.take') !== undefined
  const mayAuthorise = isOwn && state !== 'cancelled' && can('clients.edit') !== undefined
  const mayReport = can('reports.usage') !== undefined
  const mayChange = isOwn && state !== 'cancelled' && can('clientPackages.change') !== undefined
  // What a transfer that was taken back left behind is cancelled for good.
  const mayCancel = isOwn && can('clientPackages.cancel') !== undefined && (state !== 'cancelled' || clientPackage.cancellation !== null)
  if (isOwn && !mayPay && !mayInvoice && !mayReport && !mayAuthorise && !mayChange && !mayCancel) return null
  const close = () => setDoing(null)

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More about ${name}`}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayPay && (
            <Menu.Item leftSection={<IconCash size={16} aria-hidden />} onClick={() => setDoing('pay')}>
              Take payment of {formatMoney(dueMinor, currency)}
            </Menu.Item>
          )}
          {mayInvoice && (
            <Menu.Item leftSection={<IconReceipt size={16} aria-hidden />} onClick={() => setDoing('invoice')}>
              Add to an invoice …
            </Menu.Item>
          )}
          {mayReport && (
            <Menu.Item
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() =>
                void navigate({
                  to: '/clients/$clientId/statement',
                  params: { clientId: String(viewerId) },
                  search: { packages: [id], from: purchasedOn },
                })
              }
            >
              Statement of this package
            </Menu.Item>
          )}
          {!isOwn && (
            <Menu.Item
              leftSection={<IconUser size={16} aria-hidden />}
              onClick={() =>
                void navigate({
                  to: '/clients/$clientId',
                  params: { clientId: String(clientId) },
                  search: { tab: 'packages', package: id },
                })
              }
            >
              Open the page of {ownerName}
            </Menu.Item>
          )}
          {mayAuthorise && (
            <Menu.Item leftSection={<IconShieldCheck size={16} aria-hidden />} onClick={() => setDoing('authorised')}>
              Authorised by an insurer …
            </Menu.Item>
          )}
          {mayChange && (
            <>
              <Menu.Divider />
              {items.some((item) => !item.unlimited) && (
                <Menu.Item leftSection={<IconPlusMinus size={16} aria-hidden />} onClick={() => setDoing('adjust')}>
                  Adjust sessions …
                </Menu.Item>
              )}
              {items.some((item) => !item.isProduct) && (
                <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => setDoing('earlier')}>
                  Put earlier visits on it …
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconCalendarEvent size={16} aria-hidden />} onClick={() => setDoing('end')}>
                Change the end …
              </Menu.Item>
              <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => setDoing('hold')}>
                {clientPackage.holds.length > 0 ? 'Holds …' : 'Put on hold …'}
              </Menu.Item>
              {isMovable(clientPackage) && (
                <Menu.Item leftSection={<IconArrowUpRight size={16} aria-hidden />} onClick={() => setDoing('transfer')}>
                  Transfer …
                </Menu.Item>
              )}
            </>
          )}
          {(clientPackage.cancellation?.refundMinor ?? 0) > 0 && (
            <Menu.Item leftSection={<IconReceiptRefund size={16} aria-hidden />} onClick={() => printRefundNote(id)}>
              Print refund note
            </Menu.Item>
          )}
          {mayCancel && (
            <>
              <Menu.Divider />
              {state === 'cancelled' ? (
                <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setDoing('reactivate')}>
                  Reactivate …
                </Menu.Item>
              ) : (
                <Menu.Item color="red" leftSection={<IconCircleX size={16} aria-hidden />} onClick={() => setDoing('cancel')}>
                  Cancel package …
                </Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {invoice && <PaymentDrawer invoiceId={invoice.id} opened={doing === 'pay'} onClose={close} />}
      {doing === 'invoice' && <InvoiceDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'authorised' && <AuthorisedDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'earlier' && <EarlierDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'adjust' && <AdjustDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'end' && <EndDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'cancel' && <CancelDialog clientPackage={clientPackage} onClose={close} />}
      {doing === 'reactivate' && <ReactivateDialog clientPackage={clientPackage} onClose={close} />}
      {doing === 'transfer' && <TransferDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'hold' && <HoldDrawer clientPackage={clientPackage} onClose={close} />}
    </>
  )
}
