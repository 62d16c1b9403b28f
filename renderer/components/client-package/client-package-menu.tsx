// What else can be done with one client package. Hidden when there is nothing the person may do.

import { ActionIcon, Menu } from '@mantine/core'
import { IconCash, IconDots, IconFileText } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { PaymentDrawer } from '../payment/payment-drawer.tsx'
import { useCan } from '../use-can.ts'
import type { ClientPackage } from './client-package-words.ts'

export function ClientPackageMenu({ clientPackage }: { clientPackage: ClientPackage }) {
  const can = useCan()
  const navigate = useNavigate()
  const [paying, setPaying] = useState(false)
  const { id, clientId, name, invoice, purchasedOn, dueMinor, currency } = clientPackage
  const mayPay = invoice !== null && dueMinor > 0 && can('payments.take') !== undefined
  const mayReport = can('reports.usage') !== undefined
  if (!mayPay && !mayReport) return null

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
            <Menu.Item leftSection={<IconCash size={16} aria-hidden />} onClick={() => setPaying(true)}>
              Take payment of {formatMoney(dueMinor, currency)}
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
        </Menu.Dropdown>
      </Menu>
      {invoice && <PaymentDrawer invoiceId={invoice.id} opened={paying} onClose={() => setPaying(false)} />}
    </>
  )
}
