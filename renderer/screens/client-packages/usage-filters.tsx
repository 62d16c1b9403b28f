// Whom the usage page shows: by name, and by what their package is today.

import { SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClientPackageState } from '../../../shared/domain/words.ts'
import { useClientWords } from '../../components/use-practice.ts'
import { CLIENT_PACKAGE_WORDS } from '../../words.ts'
import styles from './client-packages.module.css'
import type { SoldSearch } from './sold-search.ts'

const STATES: ClientPackageState[] = ['active', 'used', 'expired', 'onHold', 'cancelled']
const ALL = 'all'

export function UsageFilters({ search, onChange }: { search: SoldSearch; onChange: (next: SoldSearch) => void }) {
  const words = useClientWords()
  const [typed, setTyped] = useState(search.search ?? '')
  const look = useDebouncedCallback((text: string) => onChange({ search: text || undefined }), 120)
  return (
    <>
      <TextInput
        type="search"
        aria-label={`Search ${words.many}`}
        placeholder={`Search ${words.many}`}
        className={styles.search}
        dir="auto"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          look(event.currentTarget.value.trim())
        }}
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
