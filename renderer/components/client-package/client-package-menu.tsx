// What else can be done with one client package. Hidden when there is nothing the person may do.

import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconCash,
  IconCircleX,
  IconDots,
  IconFileText,
  IconNote,
  IconReceipt,
  IconReceiptRefund,
  IconShieldCheck,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { printRefundNote } from '../pdf-preview/print-document.ts'
import { PaymentDrawer } from '../payment/payment-drawer.tsx'
import { InvoiceDrawer } from '../sell/invoice-drawer.tsx'
import { useCan } from '../use-can.ts'
import { useMoney } from '../use-money.ts'
import { CancelDialog } from './cancel/cancel-dialog.tsx'
import { ReactivateDialog } from './cancel/reactivate-dialog.tsx'
import { AuthorisedDrawer } from './change/authorised-drawer.tsx'
import { ChangeDrawer } from './change/change-drawer.tsx'
import { ChangeItems } from './change/change-items.tsx'
import type { Changing } from './change/changes.ts'
import type { ClientPackage } from './client-package-words.ts'

type Doing = 'authorised' | 'pay' | 'invoice' | 'cancel' | 'reactivate'

interface Props {
  clientPackage: ClientPackage
  /** Whose page it stands on: what belongs to another is changed and paid on the owner's page. */
  viewerId: number
}

export function ClientPackageMenu({ clientPackage, viewerId }: Props) {
  const money = useMoney()
  const can = useCan()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [changing, setChanging] = useState<Changing | null>(null)
  const { id, clientId, ownerName, name, state, invoice, purchasedOn, dueMinor, currency } = clientPackage
  const isOwn = clientId === viewerId
  const mayInvoice = isOwn && clientPackage.awaitsInvoice && state !== 'cancelled' && can('clientPackages.sell') !== undefined
  const mayPay = isOwn && invoice !== null && dueMinor > 0 && can('payments.take') !== undefined
  const mayAuthorise = isOwn && state !== 'cancelled' && can('clients.edit') !== undefined
  const mayReport = can('reports.usage') !== undefined
  const mayChange = isOwn && state !== 'cancelled' && can('clientPackages.change') !== undefined
  const mayNote = isOwn && can('clients.edit') !== undefined
  // What a transfer that was taken back left behind is cancelled for good.
  const mayCancel = isOwn && can('clientPackages.cancel') !== undefined && (state !== 'cancelled' || clientPackage.cancellation !== null)
  if (isOwn && !mayPay && !mayInvoice && !mayReport && !mayAuthorise && !mayChange && !mayNote && !mayCancel) return null
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
              Take payment of {money(dueMinor, currency)}
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
          {mayChange && <ChangeItems clientPackage={clientPackage} onChoose={(change) => setChanging({ change })} />}
          {mayNote && (
            <>
              {!mayChange && <Menu.Divider />}
              <Menu.Item leftSection={<IconNote size={16} aria-hidden />} onClick={() => setChanging({ change: 'notes' })}>
                Notes …
              </Menu.Item>
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
      <ChangeDrawer changing={changing} clientPackage={clientPackage} onClose={() => setChanging(null)} />
      {doing === 'cancel' && <CancelDialog clientPackage={clientPackage} onClose={close} />}
      {doing === 'reactivate' && <ReactivateDialog clientPackage={clientPackage} onClose={close} />}
    </>
  )
}
