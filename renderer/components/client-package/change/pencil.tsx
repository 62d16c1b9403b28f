// A pencil beside a figure that can be changed right there. Not shown to whom may not, nor on what was cancelled.

import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useCan } from '../../use-can.ts'
import type { ClientPackage } from '../client-package-words.ts'
import styles from './change.module.css'

interface Props {
  clientPackage: ClientPackage
  /** On whose page or visit it stands: what belongs to another is changed on the owner's page. */
  viewerId: number
  /** What it changes: "Adjust the sessions of Relax 6". */
  label: string
  onClick: () => void
}

export function Pencil({ clientPackage, viewerId, label, onClick }: Props) {
  const can = useCan()
  if (clientPackage.clientId !== viewerId) return null
  if (clientPackage.state === 'cancelled' || can('clientPackages.change') === undefined) return null
  return (
    <ActionIcon className={styles.pencil} size={24} aria-label={label} onClick={onClick}>
      <IconPencil size={15} aria-hidden />
    </ActionIcon>
  )
}
