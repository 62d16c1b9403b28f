// The filters above the list. Each change goes into the address at once.

import { Button, Menu, SegmentedControl } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { PAYMENT_STYLES } from '../../../../shared/domain/words.ts'
import { PAYMENT_STYLE_WORDS } from '../../../words.ts'
import { FilterBar } from '../../../components/list/filter-bar.tsx'
import { SearchField } from '../../../components/list/search-field.tsx'
import { FilterButton } from '../../../components/list/filter-button.tsx'
import { PriceFilter } from './price-filter.tsx'
import { NO_CATEGORY, type PackagesSearch } from './packages-search.ts'
import styles from './packages-filters.module.css'
import { WordsFilter } from './words-filter.tsx'

interface Props {
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
  rows: readonly { categoryId: number | null }[]
  categories: readonly { id: number; name: string }[]
}

const STATUS_WORDS = { active: 'active', inactive: 'inactive', all: 'all' } as const

export function PackagesFilters({ search, onChange, rows, categories }: Props) {
  const status = search.status ?? 'active'
  const chosen = search.category ?? []
  const paid = search.paid ?? []
  const canGroup = rows.some((row) => row.categoryId !== null)
  const choices = [...categories, { id: NO_CATEGORY, name: 'No category' }]
  const wordsOf = (names: readonly string[]) => (names.length === 0 ? 'all' : names.length === 1 ? names[0] : names.length)

  return (
    <FilterBar label="Filter packages">
      <SearchField label="Name, item or description" value={search.search} onChange={(text) => onChange({ search: text })} />
      <WordsFilter search={search} onChange={onChange} />
      {canGroup && (
        <Menu position="bottom-start">
          <Menu.Target>
            <FilterButton isOn={chosen.length > 0}>
              Category: {wordsOf(chosen.map((id) => choices.find((c) => c.id === id)?.name ?? '1'))}
            </FilterButton>
          </Menu.Target>
          <Menu.Dropdown className={styles.choices}>
            <Menu.CheckboxGroup
              value={chosen.map(String)}
              onChange={(ids) => onChange({ category: ids.length > 0 ? ids.map(Number) : undefined })}
            >
              {choices.map(({ id, name }) => (
                <Menu.CheckboxItem key={id} value={String(id)}>
                  <bdi>{name}</bdi>
                </Menu.CheckboxItem>
              ))}
            </Menu.CheckboxGroup>
          </Menu.Dropdown>
        </Menu>
      )}
      <PriceFilter search={search} onChange={onChange} />
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton isOn={paid.length > 0}>Paid: {wordsOf(paid.map((style) => PAYMENT_STYLE_WORDS[style].toLowerCase()))}</FilterButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.CheckboxGroup
            value={paid}
            onChange={(next) => onChange({ paid: next.length > 0 ? PAYMENT_STYLES.filter((style) => next.includes(style)) : undefined })}
          >
            {PAYMENT_STYLES.map((style) => (
              <Menu.CheckboxItem key={style} value={style}>
                {PAYMENT_STYLE_WORDS[style]}
              </Menu.CheckboxItem>
            ))}
          </Menu.CheckboxGroup>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton isOn={status !== 'active' || search.deleted === true}>
            Status: {STATUS_WORDS[status]}
            {search.deleted && ' and deleted'}
          </FilterButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup
            value={status}
            onChange={(value) => onChange({ status: value === 'inactive' || value === 'all' ? value : undefined })}
          >
            <Menu.RadioItem value="active">Active</Menu.RadioItem>
            <Menu.RadioItem value="inactive">Inactive</Menu.RadioItem>
            <Menu.RadioItem value="all">All</Menu.RadioItem>
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.CheckboxItem checked={search.deleted === true} onChange={(checked) => onChange({ deleted: checked || undefined })}>
            Show deleted
          </Menu.CheckboxItem>
        </Menu.Dropdown>
      </Menu>
      <div className={styles.grouping}>
        {search.sort && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={() => onChange({ sort: undefined, descending: undefined })}
          >
            Own order
          </Button>
        )}
        {canGroup && (
          <>
            <span id="group-packages">Grouped</span>
            <SegmentedControl
              aria-labelledby="group-packages"
              data={['On', 'Off']}
              value={search.grouped === false ? 'Off' : 'On'}
              onChange={(value) => onChange({ grouped: value === 'Off' ? false : undefined })}
            />
          </>
        )}
      </div>
    </FilterBar>
  )
}
