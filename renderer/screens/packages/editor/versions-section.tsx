// The versions of a package: when each began, who made it, what it changed, how many client packages are on it; and the way to
// bring sold ones onto the terms of today.

import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { formatDate, plural } from '../../../../shared/format.ts'
import { ToneBadge } from '../../../components/state-badge.tsx'
import { useCan } from '../../../components/use-can.ts'
import { useClientWords } from '../../../components/use-practice.ts'
import { Fold } from './fold.tsx'
import type { Catalog } from './package-form.ts'
import styles from './versions.module.css'
import type { Version } from './use-versions.ts'
import { versionChanges } from './version-changes.ts'
import sections from './package.module.css'

interface Props {
  versions: readonly Version[]
  catalog: Catalog
  /** The one on this page. */
  shownId: number
}

export function VersionsSection({ versions, catalog, shownId }: Props) {
  const navigate = useNavigate()
  const words = useClientWords()
  const mayEdit = useCan()('packages.edit') !== undefined
  const [current] = versions
  if (!current) return null
  const older = versions.slice(1).reduce((n, v) => n + v.clientPackages, 0)
  const onCurrent = `${plural(current.clientPackages, `${words.one} package`)} on it`
  return (
    <section className={sections.section} aria-label="Versions">
      <Fold
        heading
        title="Versions"
        summary={`Version ${current.version} since ${formatDate(current.createdOn)} · ${onCurrent}${older > 0 ? ` · ${older} on older terms` : ''}`}
        hasError={false}
        startsOpen={older > 0 && shownId === current.id}
      >
        <ol className={styles.versions} aria-label="Versions, the newest first">
          {versions.map((v, i) => {
            const before = versions[i + 1]
            return (
              <li key={v.id} className={styles.version}>
                <div className={styles.head}>
                  <b>
                    {v.id === shownId ? (
                      `Version ${v.version}`
                    ) : (
                      <Link to="/packages/$packageId" params={{ packageId: String(v.id) }}>
                        Version {v.version}
                      </Link>
                    )}
                  </b>
                  {v.current && <ToneBadge tone="accent">Sold now</ToneBadge>}
                  <span>
                    {formatDate(v.createdOn)}
                    {v.madeBy && (
                      <>
                        , <bdi>{v.madeBy}</bdi>
                      </>
                    )}
                  </span>
                  <span>{plural(v.clientPackages, `${words.one} package`)}</span>
                </div>
                {before ? (
                  <ul className={styles.changes}>
                    {versionChanges(before.terms, v.terms, catalog).map((change) => (
                      <li key={change.what}>
                        {change.what}: <bdi>{change.before}</bdi> → <bdi>{change.after}</bdi>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <p className={styles.note}>The first terms.</p>
                )}
              </li>
            )
          })}
        </ol>
        {mayEdit && current.clientPackages + older > 0 && (
          <div>
            <Button
              variant="default"
              size="xs"
              onClick={() => void navigate({ to: '/packages/$packageId/apply', params: { packageId: String(current.id) } })}
            >
              Apply to existing …
            </Button>
          </div>
        )}
      </Fold>
    </section>
  )
}
