// Rare things, folded away: a line that says what stands inside, and the fields once it is opened. A mistake inside opens it.

import { Collapse } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import styles from './fold.module.css'

interface Props {
  title: string
  /** What is set inside, in a few words. */
  summary: string
  hasError: boolean
  /** A part of the page of its own, with a heading like the others. */
  heading?: boolean
  startsOpen?: boolean
  children: ReactNode
}

export function Fold({ title, summary, hasError, heading = false, startsOpen = false, children }: Props) {
  const id = useId()
  const [opened, setOpened] = useState(startsOpen)
  const expanded = opened || hasError
  const toggle = (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={expanded}
      aria-controls={id}
      disabled={hasError}
      onClick={() => setOpened(!opened)}
    >
      <IconChevronRight size={15} aria-hidden className={styles.chevron} />
      <span className={styles.title}>{title}</span>
      {!expanded && <span className={styles.summary}>{summary}</span>}
    </button>
  )
  return (
    <div className={styles.fold}>
      {heading ? <h2 className={styles.heading}>{toggle}</h2> : toggle}
      <Collapse id={id} expanded={expanded}>
        <div className={styles.body}>{children}</div>
      </Collapse>
    </div>
  )
}
