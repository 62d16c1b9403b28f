// Whom the usage page shows: by name, and by what their package is today.

import { SegmentedControl } from '@mantine/core'
import type { ClientPackageState } from '../../../shared/domain/words.ts'
import { SearchField, TYPING_PAUSE_MS } from '../../components/list/search-field.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import { CLIENT_PACKAGE_WORDS } from '../../words.ts'
import styles from './client-packages.module.css'
import type { SoldSearch } from './sold-search.ts'

const STATES: ClientPackageState[] = ['active', 'used', 'expired', 'onHold', 'cancelled']
const ALL = 'all'

export function UsageFilters({ search, onChange }: { search: SoldSearch; onChange: (next: SoldSearch) => void }) {
  const words = useClientWords()
  return (
    <>
      <SearchField
        label={`Search ${words.many}`}
        waitMs={TYPING_PAUSE_MS}
        value={search.search}
        onChange={(text) => onChange({ search: text })}
      />
      <SegmentedControl
        aria-label="State"
        data={[{ value: ALL, label: 'All' }, ...STATES.map((value) => ({ value, label: CLIENT_PACKAGE_WORDS[value] }))]}
        value={search.states?.[0] ?? ALL}
        onChange={(state) => onChange({ states: state === ALL ? undefined : [state] })}
      />
      <span className={styles.push} />
    </>
  )
}
