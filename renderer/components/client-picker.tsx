// Finds a client by a few letters, in one field: type, arrow, Enter. Someone new is made without leaving it,
// where the screen says how (onCreate).

import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Contract } from '../../shared/contract/index.ts'
import { formatDate, fullName, plural } from '../../shared/format.ts'
import { api } from '../api.ts'
import { sentenceOfError } from '../errors.ts'
import { Avatar } from './avatar.tsx'
import styles from './client-picker.module.css'
import { useClientWords } from './use-practice.ts'

export type FoundClient = InferContractRouterOutputs<Contract>['clients']['find'][number]

interface Props {
  value: FoundClient | null
  onChange: (client: FoundClient | null) => void
  /** Is not found: whom somebody else is looked for. */
  besides?: number
  /** Offers "New client …" with what was typed. */
  onCreate?: (typed: string) => void
  label?: string
  error?: ReactNode
  autoFocus?: boolean
  disabled?: boolean
}

export function ClientPicker({ value, onChange, besides, onCreate, label, error, autoFocus, disabled }: Props) {
  const words = useClientWords()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const text = (typed ?? '').trim()
  const [search] = useDebouncedValue(text, 120)
  const found = useQuery({
    ...api.clients.find.queryOptions({ input: { search } }),
    enabled: typed !== null,
    placeholderData: keepPreviousData,
    gcTime: 0, // what was found before the last booking tells another service used last
  })
  const rows = (found.data ?? []).filter(({ id }) => id !== besides)
  // Rows of an earlier text may still stand there: Enter must never choose one of those, so it waits for its own.
  const isCurrent = found.data !== undefined && !found.isPlaceholderData && search === text
  const entered = useRef(false)
  const onRows = useEffectEvent(() => {
    if (!isCurrent || text === '') return
    combobox.selectFirstOption()
    if (entered.current && rows[0]) choose(String(rows[0].id))
    entered.current = false
  })
  useEffect(() => onRows(), [found.data, isCurrent])

  const choose = (picked: string) => {
    combobox.closeDropdown()
    setTyped(null)
    if (picked === 'new') return onCreate?.(text)
    const client = rows.find((row) => String(row.id) === picked)
    if (client) onChange(client)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" radius="md" classNames={{ option: styles.option }}>
      <Combobox.Target>
        <InputBase
          label={label ?? words.One}
          placeholder="Name, phone or number"
          error={error}
          disabled={disabled ?? false}
          {...(autoFocus ? { 'data-autofocus': true } : {})}
          leftSection={value && typed === null ? <Avatar name={fullName(value)} size={24} /> : undefined}
          rightSection={found.isFetching && typed !== null ? <Loader size={14} className={styles.late} /> : null}
          value={typed ?? (value ? fullName(value) : '')}
          dir="auto"
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
            entered.current = false
          }}
          onFocus={(event) => {
            event.currentTarget.select()
            if (!value) setTyped('')
          }}
          onClick={() => {
            setTyped((before) => before ?? '')
            combobox.openDropdown()
          }}
          onBlur={() => {
            combobox.closeDropdown()
            setTyped(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && text !== '' && !isCurrent) {
              event.preventDefault()
              entered.current = true
            }
            if (event.key !== 'Escape' || !combobox.dropdownOpened) return
            event.preventDefault()
            setTyped(null)
            combobox.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === null}>
        <Combobox.Options aria-label={words.Many}>
          {rows.map((client) => (
            <Combobox.Option key={client.id} value={String(client.id)}>
              <FoundRow client={client} />
            </Combobox.Option>
          ))}
          {found.error ? <Combobox.Empty>{sentenceOfError(found.error)}</Combobox.Empty> : null}
          {found.data && rows.length === 0 && !(onCreate && text) ? (
            <Combobox.Empty>{text ? `No ${words.one} matches “${text}”.` : `No ${words.many} yet.`}</Combobox.Empty>
          ) : null}
          {onCreate && text ? (
            <Combobox.Option value="new">
              <span className={styles.new}>
                <IconUserPlus size={16} aria-hidden />
                <span>
                  New {words.one} “<bdi>{text}</bdi>”
                </span>
              </span>
            </Combobox.Option>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function FoundRow({ client }: { client: FoundClient }) {
  const facts = [
    `No. ${String(client.number).padStart(4, '0')}`,
    client.phone,
    client.birthDate && `born ${formatDate(client.birthDate)}`,
    client.visits > 0 && plural(client.visits, 'visit'),
  ].filter(Boolean)
  return (
    <span className={styles.row}>
      <Avatar name={fullName(client)} size={26} />
      <span className={styles.words}>
        <bdi className={styles.name}>{fullName(client)}</bdi>
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </span>
    </span>
  )
}
