// The filters above the list. Each change goes into the address at once.

import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { NO_CATEGORY, type PackagesSearch } from './packages-search.ts'
import styles from './packages.module.css'

interface Props {
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
  categories: readonly { id: number; name: string }[]
  /** Whether any package has a category: else there is nothing to group or filter by. */
  canGroup: boolean
}

const STATUS_WORDS = { active: 'active', inactive: 'inactive', all: 'all' } as const

export function PackagesFilters({ search, onChange, categories, canGroup }: Props) {
  const status = search.status ?? 'active'
  const chosen = search.category ?? []
  const choices = [...categories, { id: NO_CATEGORY, name: 'No category' }]
  const chosenWords =
    chosen.length === 0 ? 'all' : chosen.length === 1 ? (choices.find((c) => c.id === chosen[0])?.name ?? '1') : String(chosen.length)

  return (
    <div className={styles.filters} role="search" aria-label="Filter packages">
      <TextInput
        aria-label="Name or item"
        placeholder="Name or item"
        className={styles.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.search ?? ''}
        onChange={(event) => onChange({ search: event.currentTarget.value || undefined })}
      />
      {canGroup && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" className={styles.filter} rightSection={<IconChevronDown size={14} aria-hidden />}>
              Category: {chosenWords}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.CheckboxGroup
              value={chosen.map(String)}
              onChange={(ids) => onChange({ category: ids.length > 0 ? ids.map(Number) : undefined })}
            >
              {choices.map(({ id, name }) => (
                <Menu.CheckboxItem key={id} value={String(id)}>
                  {name}
                </Menu.CheckboxItem>
              ))}
            </Menu.CheckboxGroup>
          </Menu.Dropdown>
        </Menu>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" className={styles.filter} rightSection={<IconChevronDown size={14} aria-hidden />}>
            Status: {STATUS_WORDS[status]}
            {search.deleted && ' and deleted'}
          </Button>
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
      {canGroup && (
        <div className={styles.grouping}>
          <span id="group-packages">Grouped by category</span>
          <SegmentedControl
            aria-labelledby="group-packages"
            data={['On', 'Off']}
            value={search.grouped === false ? 'Off' : 'On'}
            onChange={(value) => onChange({ grouped: value === 'Off' ? false : undefined })}
          />
        </div>
      )}
    </div>
  )
}
