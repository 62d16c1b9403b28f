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
  IconPlayerPause,
  IconPlusMinus,
  IconReceipt,
  IconReceiptRefund,
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
import { EndDrawer } from './change/end-drawer.tsx'
import { HoldDrawer } from './change/hold-drawer.tsx'
import { isMovable } from './move/movable.ts'
import { TransferDrawer } from './move/transfer-drawer.tsx'
import type { ClientPackage } from './client-package-words.ts'

type Doing = 'pay' | 'invoice' | 'adjust' | 'end' | 'hold' | 'transfer' | 'cancel' | 'reactivate'

export function ClientPackageMenu({ clientPackage }: { clientPackage: ClientPackage }) {
  const can = useCan()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { id, clientId, name, state, items, invoice, purchasedOn, dueMinor, currency } = clientPackage
  const mayInvoice = clientPackage.awaitsInvoice && state !== 'cancelled' && can('clientPackages.sell') !== undefined
  const mayPay = invoice !== null && dueMinor > 0 && can('payments.take') !== undefined
  const mayReport = can('reports.usage') !== undefined
  const mayChange = state !== 'cancelled' && can('clientPackages.change') !== undefined
  // What a transfer that was taken back left behind is cancelled for good.
  const mayCancel = can('clientPackages.cancel') !== undefined && (state !== 'cancelled' || clientPackage.cancellation !== null)
  if (!mayPay && !mayInvoice && !mayReport && !mayChange && !mayCancel) return null
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
                  params: { clientId: String(clientId) },
                  search: { packages: [id], from: purchasedOn },
                })
              }
            >
              Statement of this package
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
      {doing === 'adjust' && <AdjustDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'end' && <EndDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'cancel' && <CancelDialog clientPackage={clientPackage} onClose={close} />}
      {doing === 'reactivate' && <ReactivateDialog clientPackage={clientPackage} onClose={close} />}
      {doing === 'transfer' && <TransferDrawer clientPackage={clientPackage} onClose={close} />}
      {doing === 'hold' && <HoldDrawer clientPackage={clientPackage} onClose={close} />}
    </>
  )
}
