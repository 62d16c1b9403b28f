// A package that was assigned and charged, and stands on no invoice yet: said on its card, with what one does next.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { InvoiceDrawer } from '../sell/invoice-drawer.tsx'
import { useCan } from '../use-can.ts'
import type { ClientPackage } from './client-package-words.ts'
import styles from './client-package.module.css'

export function AwaitsInvoice({ clientPackage }: { clientPackage: ClientPackage }) {
  const may = useCan()('clientPackages.sell') !== undefined && clientPackage.state !== 'cancelled'
  const [opened, setOpened] = useState(false)
  return (
    <p className={styles.awaits}>
      No invoice yet
      {may && (
        <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
          Add to an invoice
        </Button>
      )}
      {opened && <InvoiceDrawer clientPackage={clientPackage} onClose={() => setOpened(false)} />}
    </p>
  )
}
