// Chooses a category by typing, and makes a new one in place when none has that name.

import { Combobox, InputBase, type MantineSize, useCombobox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { api, newKey } from '../api.ts'
import { showError } from './show-error.tsx'

interface Props {
  categories: readonly { id: number; name: string }[]
  value: number | null
  onChange: (id: number | null, name: string | null) => void
  disabled?: boolean
  error?: ReactNode
  /** Stands above it, "Category" unless it has a name of its own. */
  'aria-label'?: string
  size?: MantineSize
  /** In a cell: open and focused from the start; onLeave when it closes with nothing chosen. */
  startsOpen?: boolean
  onLeave?: () => void
}

const NONE = 'none'
const NEW = 'new'

export function CategoryPicker({ categories, value, onChange, startsOpen = false, onLeave, ...input }: Props) {
  const create = useMutation(api.catalog.saveCategory.mutationOptions())
  const [made, setMade] = useState<{ id: number; name: string } | null>(null)
  const [search, setSearch] = useState<string | null>(null)
  const isMaking = useRef(false) // then the cell stays open until the new category is there
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch(null)
      if (!isMaking.current) onLeave?.()
    },
  })
  const { openDropdown } = combobox
  useEffect(() => {
    if (startsOpen) openDropdown()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it appears
  }, [])

  const known = made && !categories.some((c) => c.id === made.id) ? [...categories, made] : categories
  const chosen = known.find((category) => category.id === value)
  const wanted = (search ?? '').trim()
  const shown = known.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
  const isNew = wanted !== '' && !known.some(({ name }) => name.toLowerCase() === wanted.toLowerCase())

  function choose(option: string) {
    if (option === NEW) make()
    else if (option === NONE) onChange(null, null)
    else onChange(Number(option), known.find((c) => c.id === Number(option))?.name ?? null)
    combobox.closeDropdown()
  }

  function make() {
    isMaking.current = true
    create.mutate(
      { key: newKey(), id: null, name: wanted },
      {
        onSuccess: (category) => {
          setMade(category)
          onChange(category.id, category.name)
        },
        onError: (error) => {
          showError(error)
          onLeave?.()
        },
        onSettled: () => {
          isMaking.current = false
        },
      },
    )
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} disabled={input.disabled ?? false}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...(input['aria-label'] === undefined ? { label: 'Category' } : {})}
          role="combobox"
          aria-expanded={combobox.dropdownOpened}
          aria-controls={combobox.listId ?? undefined}
          placeholder="No category"
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          autoFocus={startsOpen}
          {...input}
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
