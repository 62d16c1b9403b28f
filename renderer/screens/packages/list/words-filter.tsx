// The filter by name and by item, each on its own: "relax" in the name, "physio" in what it holds.

import { Popover } from '@mantine/core'
import { FilterButton } from '../../../components/list/filter-button.tsx'
import { FilterText } from '../../../components/list/filter-text.tsx'
import type { PackagesSearch } from './packages-search.ts'
import styles from './packages-filters.module.css'

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
          <FilterText label="Name contains" value={name} onChange={(text) => onChange({ name: text })} />
          <FilterText label="Item contains" placeholder="A service or product" value={item} onChange={(text) => onChange({ item: text })} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
