// What the line under the title of the editor says: which version this is, what saving it does, or why nothing can be changed.

import { Link } from '@tanstack/react-router'
import type { Version } from './use-versions.ts'
import styles from './versions.module.css'

interface Props {
  mayEdit: boolean
  renewing: boolean
  /** The version on this page; undefined: a new package. */
  shown: Version | undefined
  current: Version | undefined
}

export function EditorNote({ mayEdit, renewing, shown, current }: Props) {
  if (shown && current && !shown.current)
    return (
      <>
        Version {shown.version}, as it was sold.{' '}
        <Link to="/packages/$packageId" params={{ packageId: String(current.id) }} className={styles.link}>
          Version {current.version} is sold now
        </Link>
      </>
    )
  if (!mayEdit) return 'Owners and administrators can change packages.'
  if (renewing) return 'For sales from now on. What was sold keeps its terms until you apply these to it.'
  return shown && shown.version > 1 ? `Version ${shown.version}` : null
}
