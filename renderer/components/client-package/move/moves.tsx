// Where the sessions of a client package came from and where some went, each with a way to take it back.

import { Button } from '@mantine/core'
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../../../shared/format.ts'
import { useCan } from '../../use-can.ts'
import { useMoney } from '../../use-money.ts'
import type { ClientPackage, Move } from '../client-package-words.ts'
import styles from './moves.module.css'
import { useTakeBack } from './use-take-back.ts'

export function Moves({ clientPackage }: { clientPackage: ClientPackage }) {
  const { cameFrom, movedTo } = clientPackage
  if (cameFrom.length + movedTo.length === 0) return null
  return (
    <ul className={styles.moves} aria-label="Moved sessions">
      {cameFrom.map((move) => (
        <MoveLine key={move.transferId} move={move} came clientPackage={clientPackage} />
      ))}
      {movedTo.map((move) => (
        <MoveLine key={move.transferId} move={move} came={false} clientPackage={clientPackage} />
      ))}
    </ul>
  )
}

function MoveLine({ move, came, clientPackage }: { move: Move; came: boolean; clientPackage: ClientPackage }) {
  const money = useMoney()
  const can = useCan()
  const { takeBack, isPending } = useTakeBack()
  const isOwn = move.clientId === clientPackage.clientId
  const Icon = came ? IconArrowDownLeft : IconArrowUpRight
  return (
    <li className={styles.move}>
      <Icon size={15} aria-hidden />
      <span>
        {came ? `${move.what} from ` : `Moved ${move.what} to `}
        {!isOwn && (
          <Link
            to="/clients/$clientId"
            params={{ clientId: String(move.clientId) }}
            search={{ tab: 'packages', package: move.clientPackageId }}
            className={styles.link}
          >
            <bdi>{move.clientName}</bdi>
          </Link>
        )}
        {!isOwn && came && '’s '}
        {(isOwn || came) && <bdi>{move.name}</bdi>}
        <span className={styles.quiet}>
          {' · '}
          {formatDate(move.on)}
          {move.valueMinor > 0 && ` · worth ${money(move.valueMinor, clientPackage.currency)}`}
        </span>
      </span>
      {can('clientPackages.change') !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={isPending}
          aria-label={`Take back: ${move.what} ${came ? 'from' : 'to'} ${isOwn ? move.name : move.clientName}`}
          onClick={() => takeBack(move.transferId)}
        >
          Take back
        </Button>
      )}
    </li>
  )
}
