// One titled part of the package editor, as a card. A reason under the title says why its fields can't be changed.

import { IconLock } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import styles from './package.module.css'

interface Props {
  title: string
  note?: string
  lockedBecause?: string | undefined
  children: ReactNode
}

export function Section({ title, note, lockedBecause, children }: Props) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {note && <p className={styles.note}>{note}</p>}
        {lockedBecause && (
          <p className={styles.locked}>
            <IconLock size={14} aria-hidden /> {lockedBecause}
          </p>
        )}
      </header>
      {children}
    </section>
  )
}
