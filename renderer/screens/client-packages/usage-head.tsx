// The heads of the usage table's columns; those that can be sorted by are buttons.

import { VisuallyHidden } from '@mantine/core'
import type { Ref } from 'react'
import { SortButton, sortedOf } from '../../components/list/sort-head.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import { type SoldSearch, sortedBy } from './sold-search.ts'
import styles from './usage.module.css'

interface Props {
  ref: Ref<HTMLDivElement>
  search: SoldSearch
  onChange: (next: SoldSearch) => void
}

export function UsageHead({ ref, search, onChange }: Props) {
  const words = useClientWords()
  const columns = [
    ['Timeline', null],
    [words.One, 'client'],
    ['State', 'state'],
    ['Sessions', 'left'],
    ['Bought', 'purchased'],
    ['Ends', 'end'],
    ['Last use', 'lastUse'],
    ['Charge', 'charge'],
    ['Paid', 'paid'],
    ['Actions', null],
  ] as const
  return (
    <div ref={ref} role="row" className={styles.head}>
      {columns.map(([title, sort]) => {
        const sorted = sortedOf(sort !== null && (search.sort ?? 'client') === sort, search.descending)
        return (
          <span key={title} role="columnheader" aria-sort={sorted} data-number={sort === 'charge' || sort === 'paid' || undefined}>
            {sort ? (
              <SortButton sorted={sorted} onSort={() => onChange(sortedBy(search, sort))}>
                {title}
              </SortButton>
            ) : (
              <VisuallyHidden>{title}</VisuallyHidden>
            )}
          </span>
        )
      })}
    </div>
  )
}
