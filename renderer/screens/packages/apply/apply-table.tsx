// The client packages that the new terms could change: a box to tick, what changes, or why it can't.

import { Button, Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { TermsChange, TermsPreview } from '../../../../shared/contract/package-versions.ts'
import type { SessionRule } from '../../../../shared/domain/words.ts'
import { formatDate } from '../../../../shared/format.ts'
import { Card } from '../../../components/card.tsx'
import { ListTable } from '../../../components/list/list-table.tsx'
import { ToneBadge } from '../../../components/state-badge.tsx'
import { useClientWords } from '../../../components/use-practice.ts'
import { SESSION_RULE_WORDS } from '../../../words.ts'
import styles from './apply.module.css'

export type ApplyPreview = z.output<typeof TermsPreview>
type Change = z.output<typeof TermsChange>

const MOST_SHOWN = 200

interface Props {
  preview: ApplyPreview
  chosen: ReadonlySet<number>
  onChange: (chosen: Set<number>) => void
}

export function ApplyTable({ preview, chosen, onChange }: Props) {
  const words = useClientWords()
  const [most, setMost] = useState(MOST_SHOWN)
  const able = preview.rows.filter((row) => row.why === null).toSorted((a, b) => Number(b.running) - Number(a.running))
  const rows = [...able, ...preview.rows.filter((row) => row.why !== null)]
  const ticked = able.filter((row) => chosen.has(row.clientPackageId)).length
  const toggle = (id: number, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <Card flush>
      <ListTable isTall label={`What changes on each ${words.one} package`}>
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label="All that can be changed"
                checked={able.length > 0 && ticked === able.length}
                indeterminate={ticked > 0 && ticked < able.length}
                disabled={able.length === 0}
                onChange={(e) => onChange(new Set(e.currentTarget.checked ? able.map((row) => row.clientPackageId) : []))}
              />
            </th>
            <th>{words.One}</th>
            <th>Bought</th>
            <th>Terms</th>
            <th>What changes</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={row.clientPackageId} data-off={row.why !== null || undefined}>
              <td>
                <Checkbox
                  aria-label={`Apply to ${row.clientName}, bought ${formatDate(row.purchasedOn)}`}
                  checked={row.why === null && chosen.has(row.clientPackageId)}
                  disabled={row.why !== null}
                  onChange={(e) => toggle(row.clientPackageId, e.currentTarget.checked)}
                />
              </td>
              <td className={styles.name}>
                <Link
                  to="/clients/$clientId"
                  params={{ clientId: String(row.clientId) }}
                  search={{ tab: 'packages', package: row.clientPackageId }}
                  dir="auto"
                >
                  {row.clientName}
                </Link>
              </td>
              <td className={styles.short}>{formatDate(row.purchasedOn)}</td>
              <td className={styles.short}>
                Version {row.version}
                {!row.running && <span className={styles.quiet}>, nothing left</span>}
              </td>
              <td>
                {row.why !== null && (
                  <p className={styles.why}>
                    <ToneBadge tone="warn">Can’t be changed</ToneBadge> {row.why}
                  </p>
                )}
                {row.why === null && row.changes.length === 0 && <span className={styles.quiet}>Only its version</span>}
                <ul className={styles.changes}>
                  {row.changes.map((change, i) => (
                    <li key={i} dir="auto">
                      {changeWords(change)}
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {rows.length > most && (
        <p className={styles.more}>
          {rows.length - most} more, ticked or not as the first box says.
          <Button variant="subtle" size="compact-sm" onClick={() => setMost(most + MOST_SHOWN)}>
            Show more
          </Button>
        </p>
      )}
    </Card>
  )
}

const ruleOf = (name: string): string => SESSION_RULE_WORDS[name as SessionRule] ?? 'as in the settings'

/** One change in a line: `Physio 45: 10 → 12`. */
function changeWords({ what, label, before, after }: Change): string {
  switch (what) {
    case 'sessions':
      return `${label}: ${before} → ${after}`
    case 'services':
      return `Covers ${before} → ${after}`
    case 'topUps':
      return `For the difference on ${label}: ${before} → ${after}`
    case 'added':
      return `${label} is added: ${after}`
    case 'leftOut':
      return `${label} is left out: ${before} → ${after}`
    case 'fee':
      return `Fee for ${label}: ${before} → ${after}`
    case 'expiry':
      return `Ends: ${before} → ${after}`
    case 'noShowRule':
      return `No-show: ${ruleOf(before)} → ${ruleOf(after)}`
    case 'lateCancelRule':
      return `Late cancellation: ${ruleOf(before)} → ${ruleOf(after)}`
  }
}
