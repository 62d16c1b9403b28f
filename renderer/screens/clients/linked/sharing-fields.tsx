// Which packages the other may use: none, all, or chosen ones with at most so many sessions of each.

import { Checkbox, NumberInput, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { formatDate } from '../../../../shared/format.ts'
import { api } from '../../../api.ts'
import { isSpent } from '../../../components/client-package/client-package-words.ts'
import { QueryState } from '../../../components/query-state.tsx'
import type { SideValues } from './link-words.ts'
import styles from './linked.module.css'

type Sharing = SideValues['sharing']
const KINDS = [
  { value: 'none', label: 'None' },
  { value: 'all', label: 'All' },
  { value: 'chosen', label: 'Chosen' },
]

interface Props {
  sharing: Sharing
  onChange: (sharing: Sharing) => void
  errorAt: (path: string) => ReactNode
  whom: string
  ownerId: number
}

export function SharingFields({ sharing, onChange, errorAt, whom, ownerId }: Props) {
  const id = useId()
  return (
    <>
      <p className={styles.question} id={id}>
        Use sessions of <bdi>{whom}</bdi>’s packages
      </p>
      <SegmentedControl
        aria-labelledby={id}
        data={KINDS}
        value={sharing.kind}
        onChange={(kind) => onChange(kind === 'all' ? { kind, cap: null } : kind === 'chosen' ? { kind, packages: [] } : { kind: 'none' })}
      />
      {sharing.kind === 'all' && (
        <NumberInput
          label="At most, of each package"
          description="Booked, used and forfeited together. Empty: no limit."
          value={sharing.cap ?? ''}
          onChange={(cap) => onChange({ kind: 'all', cap: capOf(cap) })}
          error={errorAt('cap')}
          {...WHOLE}
        />
      )}
      {sharing.kind === 'chosen' && (
        <ChosenPackages sharing={sharing} onChange={onChange} errorAt={errorAt} whom={whom} ownerId={ownerId} />
      )}
    </>
  )
}

const WHOLE = { min: 1, max: 999 } as const
const capOf = (typed: string | number): number | null => (typed === '' ? null : Number(typed))

function ChosenPackages({ sharing, onChange, errorAt, whom, ownerId }: Props & { sharing: Extract<Sharing, { kind: 'chosen' }> }) {
  const owned = useQuery(api.clientPackages.ofClient.queryOptions({ input: { clientId: ownerId } }))
  const { packages } = sharing
  const capAt = (id: number) => packages.find((p) => p.clientPackageId === id)
  return (
    <QueryState query={owned}>
      {(rows) => {
        const choices = rows.filter((p) => p.clientId === ownerId && (!isSpent(p) || capAt(p.id)))
        if (choices.length === 0)
          return (
            <p className={styles.quiet}>
              <bdi>{whom}</bdi> has no package in use.
            </p>
          )
        return (
          <div className={styles.packages}>
            {choices.map((p) => {
              const shared = capAt(p.id)
              const others = packages.filter((row) => row.clientPackageId !== p.id)
              return (
                <div key={p.id} className={styles.package}>
                  <Checkbox
                    label={<bdi>{p.name}</bdi>}
                    description={`bought ${formatDate(p.purchasedOn)}`}
                    checked={shared !== undefined}
                    onChange={(event) =>
                      onChange({
                        kind: 'chosen',
                        packages: event.currentTarget.checked ? [...packages, { clientPackageId: p.id, cap: null }] : others,
                      })
                    }
                  />
                  {shared && (
                    <NumberInput
                      aria-label={`At most, of ${p.name}`}
                      placeholder="No limit"
                      value={shared.cap ?? ''}
                      onChange={(cap) =>
                        onChange({
                          kind: 'chosen',
                          packages: packages.map((row) => (row.clientPackageId === p.id ? { ...row, cap: capOf(cap) } : row)),
                        })
                      }
                      error={errorAt(`packages.${packages.indexOf(shared)}.cap`)}
                      {...WHOLE}
                    />
                  )}
                </div>
              )
            })}
            <p className={styles.quiet}>Beside each: sessions at the most, booked, used and forfeited together.</p>
            {errorAt('packages') && (
              <p className={styles.error} role="alert">
                {errorAt('packages')}
              </p>
            )}
          </div>
        )
      }}
    </QueryState>
  )
}
