// What the line under the title of the editor says: which version this is, what saving it does, who has it, or why nothing can be changed.

import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Version } from './use-versions.ts'
import styles from './versions.module.css'

interface Props {
  mayEdit: boolean
  renewing: boolean
  /** The version on this page; undefined: a new package. */
  shown: Version | undefined
  current: Version | undefined
  /** Client packages of any version. */
  sold: number
}

export function EditorNote({ mayEdit, renewing, shown, current, sold }: Props) {
  if (shown && current && !shown.current)
    return (
      <>
        Version {shown.version}, as it was sold.{' '}
        <Link to="/packages/$packageId" params={{ packageId: String(current.id) }} className={styles.link}>
          Version {current.version} is sold now
        </Link>
      </>
    )
  if (renewing) return 'For sales from now on. What was sold keeps its terms until you apply these to it.'
  const version = shown && shown.version > 1 && `Version ${shown.version}`
  const who = shown && sold > 0 && (
    <Link to="/packages/$packageId/usage" params={{ packageId: String(shown.id) }} className={styles.link}>
      Who has it ({sold})
    </Link>
  )
  const why = !mayEdit && 'Owners and administrators can change packages.'
  const parts = [version, who, why].filter(Boolean)
  return parts.length === 0
    ? null
    : parts.map((part, i) => (
        <Fragment key={i}>
          {i > 0 && ' · '}
          {part}
        </Fragment>
      ))
}
