// The search field above a list. The arrow down leads from it into the list, the arrow up from the first row back.

import { IconSearch } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { FilterText } from './filter-text.tsx'
import { focusFirstRow } from './list-rows.ts'
import styles from './search-field.module.css'

interface Props extends ComponentProps<typeof FilterText> {
  label: string
}

/** For a list that is asked for anew: it waits until typing pauses. */
export const TYPING_PAUSE_MS = 120

export function SearchField({ label, placeholder = label, onKeyDown, ...props }: Props) {
  return (
    <FilterText
      type="search"
      aria-label={label}
      placeholder={placeholder}
      className={styles.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        if (event.key === 'ArrowDown') focusFirstRow()
      }}
      {...props}
    />
  )
}
