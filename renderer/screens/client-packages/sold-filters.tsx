// The filters above the list of client packages. Each change goes into the address at once.

import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { CLIENT_PACKAGE_STATES } from '../../../shared/domain/words.ts'
import { plural } from '../../../shared/format.ts'
import { IdSelect } from '../../components/id-select.tsx'
import { FilterButton } from '../../components/list/filter-button.tsx'
import { SearchField, TYPING_PAUSE_MS } from '../../components/list/search-field.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import { CLIENT_PACKAGE_WORDS } from '../../words.ts'
import styles from './client-packages.module.css'
import type { SoldSearch } from './sold-search.ts'

interface Named {
  id: number
  name: string
}
interface Props {
  search: SoldSearch
  onChange: (next: SoldSearch) => void
  packages: readonly Named[]
  categories: readonly Named[]
}

const ENDING = [7, 14, 30, 90]
const STATES = CLIENT_PACKAGE_STATES.toReversed()

export function SoldFilters({ search, onChange, packages, categories }: Props) {
  const words = useClientWords()
  const states = search.states ?? []
  const chosen = search.category ?? []
  const categoryChoices = [...categories, { id: 0, name: 'No category' }]
  return (
    <>
      <SearchField
        label={`${words.One} or package`}
        waitMs={TYPING_PAUSE_MS}
        value={search.search}
        onChange={(text) => onChange({ search: text })}
      />
      <Filter
        isOn={states.length > 0}
        words={`State: ${states.length === 0 ? 'all' : states.map((s) => CLIENT_PACKAGE_WORDS[s].toLowerCase()).join(', ')}`}
      >
        <Menu.CheckboxGroup
          value={states}
          onChange={(next) => onChange({ states: next.length > 0 ? STATES.filter((s) => next.includes(s)) : undefined })}
        >
          {STATES.map((state) => (
            <Menu.CheckboxItem key={state} value={state}>
              {CLIENT_PACKAGE_WORDS[state]}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Filter>
      <IdSelect
        aria-label="Package"
        placeholder="Package: all"
        className={styles.packageFilter}
        searchable
        clearable
        nothingFoundMessage="No package is called that"
        options={packages}
        value={search.package ?? null}
        onChange={(id) => onChange({ package: id ?? undefined })}
      />
      {categories.length > 0 && (
        <Filter
          isOn={chosen.length > 0}
          words={
            <>
              Category:{' '}
              {chosen.length === 0 ? 'all' : chosen.length === 1 ? categoryChoices.find((c) => c.id === chosen[0])?.name : chosen.length}
            </>
          }
        >
          <Menu.CheckboxGroup
            value={chosen.map(String)}
            onChange={(ids) => onChange({ category: ids.length > 0 ? ids.map(Number) : undefined })}
          >
            {categoryChoices.map(({ id, name }) => (
              <Menu.CheckboxItem key={id} value={String(id)}>
                <bdi>{name}</bdi>
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        </Filter>
      )}
      <Filter
        isOn={search.ending !== undefined}
        words={`Ending: ${search.ending === undefined ? 'any time' : `within ${plural(search.ending, 'day')}`}`}
      >
        <Menu.RadioGroup value={String(search.ending ?? '')} onChange={(days) => onChange({ ending: days ? Number(days) : undefined })}>
          <Menu.RadioItem value="">Any time</Menu.RadioItem>
          {ENDING.map((days) => (
            <Menu.RadioItem key={days} value={String(days)}>
              Within {plural(days, 'day')}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Filter>
      <Button
        variant="default"
        data-on={search.unpaid || undefined}
        aria-pressed={search.unpaid === true}
        onClick={() => onChange({ unpaid: search.unpaid ? undefined : true })}
      >
        Unpaid
      </Button>
    </>
  )
}

function Filter({ isOn, words, children }: { isOn: boolean; words: ReactNode; children: ReactNode }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <FilterButton isOn={isOn}>{words}</FilterButton>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}
