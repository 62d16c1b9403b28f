// The one search box. Ctrl+K or / puts the cursor there; arrows and Enter do the rest; Esc goes back to where one was.

import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../api.ts'
import { useHotkeyHint } from '../components/use-hotkey-hint.ts'
import { sentenceOfError } from '../errors.ts'
import styles from './search-box.module.css'
import { type Found, useFind } from './use-find.ts'
import { useMenu } from './use-menu.ts'

const TYPING_MS = 120
const ENOUGH_MS = 2_000 // an answer this old need not be asked for again
const askFor = (text: string) => api.search.all.queryOptions({ input: { text } })

export function SearchBox() {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const field = useRef<HTMLInputElement>(null)
  const before = useRef<Element | null>(null)
  const [text, setText] = useState('')
  const queries = useQueryClient()
  const find = useFind()
  const [search] = useDebouncedValue(text.trim(), TYPING_MS)
  const answer = useQuery({
    ...askFor(search),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const groups = find(text.trim(), text.trim() === '' ? undefined : answer.data)
  const isBehind = text.trim() !== '' && (search !== text.trim() || answer.isFetching)
  const shown = groups.flatMap((g) => g.rows)
  const hint = useHotkeyHint('mod+K')

  useMenu(open)
  useHotkeys([['mod+K', open]], [])
  // Shift: the slash of many keyboards stands above a digit.
  useHotkeys([
    ['/', open],
    ['shift+/', open],
  ])

  function open() {
    if (document.activeElement !== field.current) before.current = document.activeElement
    field.current?.focus()
    field.current?.select()
    combobox.openDropdown()
  }
  function leave(to?: Found) {
    combobox.closeDropdown()
    setText('')
    field.current?.blur()
    if (to) return to.run()
    if (before.current instanceof HTMLElement) before.current.focus()
  }

  /** Enter may be pressed faster than the answer comes: what was typed counts, not what is shown. */
  async function takeFirst() {
    const typed = text.trim()
    const known = typed === '' ? undefined : await queries.fetchQuery({ ...askFor(typed), staleTime: ENOUGH_MS }).catch(() => undefined)
    const [first] = find(typed, known).flatMap((g) => g.rows)
    if (first && field.current?.value.trim() === typed) leave(first)
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => leave(shown.find((row) => row.id === id))}
      shadow="md"
      radius="md"
      width={560}
      withinPortal={false}
      zIndex={300}
      position="bottom-start"
      offset={5}
    >
      <Combobox.Target>
        <TextInput
          ref={field}
          className={styles.box}
          classNames={{ input: styles.input }}
          aria-label="Search"
          aria-busy={isBehind}
          placeholder="Search clients, appointments, invoices, commands"
          type="search"
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          rightSection={isBehind ? <Loader size={14} className={styles.late} /> : <kbd aria-hidden>{text === '' ? '/' : 'Esc'}</kbd>}
          rightSectionPointerEvents="none"
          title={`Search (${hint} or /)`}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault()
              leave()
            }
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1) {
              event.preventDefault()
              void takeFirst()
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={440} className={styles.options} aria-label="What was found">
          {groups.map(({ title, rows }) => (
            <Combobox.Group key={title} label={title}>
              {rows.map((row) => (
                <Combobox.Option key={row.id} value={row.id} className={styles.option}>
                  <row.icon size={17} stroke={1.7} aria-hidden className={styles.icon} />
                  <bdi className={styles.words}>{row.words}</bdi>
                  {row.facts ? <span className={styles.facts}>{row.facts}</span> : null}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {answer.error && text.trim() !== '' ? <Combobox.Empty>{sentenceOfError(answer.error)}</Combobox.Empty> : null}
          {shown.length === 0 && !isBehind && !answer.error ? <Combobox.Empty>Nothing found for “{text.trim()}”.</Combobox.Empty> : null}
          {shown.length === 0 && isBehind ? <Combobox.Empty>Searching …</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
