// The filter by name and by item, each on its own: "relax" in the name, "physio" in what it holds.

import { Popover, TextInput } from '@mantine/core'
import { FilterButton } from './filter-button.tsx'
import type { PackagesSearch } from './packages-search.ts'
import styles from './packages.module.css'

interface Props {
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
}

export function WordsFilter({ search: { name, item }, onChange }: Props) {
  const words = [name && `“${name}”`, item && `with “${item}”`].filter(Boolean).join(' ') || 'all'
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton isOn={words !== 'all'}>Name, item: {words}</FilterButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Name and item">
        <div className={styles.fields}>
          <TextInput
            label="Name contains"
            dir="auto"
            value={name ?? ''}
            onChange={(event) => onChange({ name: event.currentTarget.value || undefined })}
          />
          <TextInput
            label="Item contains"
            placeholder="A service or product"
            dir="auto"
            value={item ?? ''}
            onChange={(event) => onChange({ item: event.currentTarget.value || undefined })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
