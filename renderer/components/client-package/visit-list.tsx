// The dates, practitioners and people behind a bar, unfolded beneath it: what each pip tells of itself where there are pips.

import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { isRedeemed } from '../../../shared/domain/sessions.ts'
import { plural } from '../../../shared/format.ts'
import { MOST_PIPS } from '../pips-words.ts'
import styles from './client-package.module.css'
import type { Item } from './client-package-words.ts'

interface Props {
  item: Item
  /** What the session at that place tells of itself. */
  describe: (index: number) => string
}

export function VisitList({ item, describe }: Props) {
  const [opened, setOpened] = useState(false)
  const id = useId()
  const visits = item.pips.flatMap((pip, index) => (isRedeemed(pip.state) ? [{ id: pip.sessionId, words: describe(index) }] : []))
  if (visits.length === 0 || (!item.unlimited && item.pips.length <= MOST_PIPS)) return null
  return (
    <div className={styles.visitList}>
      <UnstyledButton
        className={styles.visitsShown}
        aria-expanded={opened}
        aria-controls={id}
        aria-label={`${opened ? 'Hide' : 'Show'} the ${plural(visits.length, 'visit')} of ${item.label}`}
        onClick={() => setOpened(!opened)}
      >
        {plural(visits.length, 'visit')}
        <IconChevronDown size={14} className={styles.chevron} data-opened={opened || undefined} aria-hidden />
      </UnstyledButton>
      <Collapse id={id} expanded={opened}>
        <ol className={styles.visits}>
          {visits.map((visit) => (
            <li key={visit.id} dir="auto">
              {visit.words.replace('\n', ' · ')}
            </li>
          ))}
        </ol>
      </Collapse>
    </div>
  )
}
