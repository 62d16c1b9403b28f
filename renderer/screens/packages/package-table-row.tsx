// One package in the table. The whole row can be clicked; its name is the link that the keyboard and a screen reader find.

import { Link, useNavigate } from '@tanstack/react-router'
import { ruleWords } from '../../../shared/domain/expiry.ts'
import { ToneBadge } from '../../components/state-badge.tsx'
import { moveByArrows, openByMouse } from '../../components/table-rows.ts'
import { PackageMenu } from './package-menu.tsx'
import { itemsWords, paidWords, priceWords, type PackageRow } from './package-words.ts'
import styles from './packages.module.css'

export function PackageTableRow({ row }: { row: PackageRow }) {
  const navigate = useNavigate()
  const to = { to: '/packages/$packageId', params: { packageId: String(row.id) } } as const
  return (
    <tr
      className={styles.row}
      data-quiet={row.deleted || !row.active || undefined}
      onClick={(event) => openByMouse(event, () => void navigate(to))}
      onKeyDown={moveByArrows}
    >
      <td className={styles.name}>
        <Link {...to} className={styles.link} data-row dir="auto">
          {row.name}
        </Link>
        {row.deleted ? <ToneBadge tone="bad">Deleted</ToneBadge> : !row.active && <ToneBadge>Inactive</ToneBadge>}
        {row.description && (
          <span className={styles.sub} dir="auto">
            {row.description}
          </span>
        )}
      </td>
      <td className={styles.items}>{itemsWords(row)}</td>
      <td className={styles.short}>{paidWords(row)}</td>
      <td className={styles.number}>{priceWords(row)}</td>
      <td className={styles.short}>{ruleWords(row.expiry)}</td>
      <td className={styles.number}>
        <Link
          to="/packages/$packageId/usage"
          params={to.params}
          className={styles.figure}
          aria-label={`${row.clientsNow} have ${row.name} now`}
        >
          {row.clientsNow}
        </Link>
      </td>
      <td className={styles.number}>{row.sold}</td>
      <td className={styles.menuCell}>
        <PackageMenu row={row} />
      </td>
    </tr>
  )
}
