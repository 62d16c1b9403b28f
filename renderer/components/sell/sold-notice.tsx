// The notice after a sale: the invoice's number, the change to give, and what one does next. It stays while change is
// to be given; else it goes after a while.

import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'
import { printInvoice } from '../pdf-preview/print-document.ts'
import { showError } from '../show-error.tsx'
import styles from './sell.module.css'

const STAYS_MS = 20_000

/** One sale at a time: the next one's notice takes the place. */
let last: string | undefined

interface Options {
  name: string
  /** An amount as it is written, with the code of another currency. */
  money: (amount: number) => string
  invoiceId: number
  invoiceNumber: number
  dueMinor: number
  changeMinor: number
  onOpenInvoice: () => void
  /** Takes it back, where that is one step. */
  onUndo?: () => void
}

export function notifySold({ name, money, invoiceId, invoiceNumber, dueMinor, changeMinor, onOpenInvoice, onUndo }: Options): void {
  if (last) notifications.hide(last)
  const id = crypto.randomUUID()
  last = id
  const print = () => {
    printInvoice(invoiceId).catch((error: unknown) => showError(error))
  }
  const open = () => {
    notifications.hide(id)
    onOpenInvoice()
  }
  notifications.show({
    id,
    color: 'green',
    icon: <IconCheck size={16} aria-hidden />,
    autoClose: changeMinor > 0 ? false : STAYS_MS,
    title: (
      <>
        <bdi>{name}</bdi> sold, invoice {invoiceNumber}
      </>
    ),
    message: (
      <span className={styles.sold}>
        {changeMinor > 0 && <b>Give {money(changeMinor)} change.</b>}
        {dueMinor > 0 && <span>{money(dueMinor)} to be paid later.</span>}
        <span className={styles.soldActions}>
          <Button size="compact-sm" variant="default" onClick={print}>
            {dueMinor > 0 ? 'Print invoice' : 'Print receipt'}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={open}>
            Open invoice
          </Button>
          {onUndo && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                notifications.hide(id)
                onUndo()
              }}
            >
              Undo
            </Button>
          )}
        </span>
      </span>
    ),
  })
}
