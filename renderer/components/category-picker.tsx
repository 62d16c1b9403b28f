// Chooses a category by typing, and makes a new one in place when none has that name.

import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newKey } from '../api.ts'
import { showError } from './show-error.tsx'

interface Props {
  categories: readonly { id: number; name: string }[]
  value: number | null
  onChange: (id: number | null) => void
  disabled: boolean
}

const NONE = 'none'
const NEW = 'new'

export function CategoryPicker({ categories, value, onChange, disabled }: Props) {
  const create = useMutation(api.catalog.saveCategory.mutationOptions())
  const [made, setMade] = useState<{ id: number; name: string } | null>(null)
  const [search, setSearch] = useState<string | null>(null)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch(null)
    },
  })

  const known = made && !categories.some((c) => c.id === made.id) ? [...categories, made] : categories
  const chosen = known.find((category) => category.id === value)
  const wanted = (search ?? '').trim()
  const shown = known.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
  const isNew = wanted !== '' && !known.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())

  function choose(option: string) {
    combobox.closeDropdown()
    if (option === NONE) return onChange(null)
    if (option !== NEW) return onChange(Number(option))
    create.mutate(
      { key: newKey(), id: null, name: wanted },
      {
        onSuccess: (category) => {
          setMade(category)
          onChange(category.id)
        },
        onError: (error) => showError(error),
      },
    )
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} disabled={disabled}>
      <Combobox.Target>
        <InputBase
          label="Category"
          placeholder="No category"
          disabled={disabled}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          value={search ?? chosen?.name ?? ''}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          {wanted === '' && <Combobox.Option value={NONE}>No category</Combobox.Option>}
          {shown.map(({ id, name }) => (
            <Combobox.Option key={id} value={String(id)} active={id === value}>
              {name}
            </Combobox.Option>
          ))}
          {isNew && <Combobox.Option value={NEW}>Make the category “{wanted}”</Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
