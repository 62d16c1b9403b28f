// Finds the package to sell by a few letters of its name or what is in it; what is sold most stands first.

import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { type MoneyWords, useMoney } from '../use-money.ts'
import styles from './sell.module.css'
import type { PackageRow } from './sale-types.ts'

interface Props {
  rows: readonly PackageRow[]
  value: PackageRow | null
  onChange: (packageId: number | null) => void
  error: string | undefined
}

export function PackageChoice({ rows, value, onChange, error }: Props) {
  const money = useMoney()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  // The list may come after the drawer has looked for its first field.
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const shown = rows.filter((row) => matches(row, typed ?? ''))
  const open = () => {
    combobox.openDropdown()
    combobox.selectFirstOption()
  }

  return (
    <Combobox
      store={combobox}
      shadow="md"
      radius="md"
      onOptionSubmit={(id) => {
        setTyped(null)
        combobox.closeDropdown()
        onChange(Number(id))
      }}
    >
      <Combobox.Target>
        <InputBase
          ref={input}
          label="Package"
          placeholder="Name or service"
          dir="auto"
          data-autofocus
          error={error}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          value={typed ?? value?.name ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            open()
          }}
          onFocus={(event) => {
            event.currentTarget.select()
            if (!value) open()
          }}
          onClick={open}
          onBlur={() => {
            combobox.closeDropdown()
            setTyped(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !combobox.dropdownOpened) return
            event.preventDefault()
            setTyped(null)
            combobox.closeDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label="Packages" className={styles.options}>
          {shown.map((row) => (
            <Combobox.Option key={row.id} value={String(row.id)}>
              <span className={styles.option}>
                <bdi className={styles.optionName}>{row.name}</bdi>
                <span className={styles.optionPrice}>{priceWords(row, money)}</span>
                <bdi className={styles.optionItems}>{itemsWords(row)}</bdi>
              </span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>No package offered matches “{typed}”.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const itemsWords = (row: PackageRow): string => row.items.map(({ label, quantity }) => `${label} × ${quantity ?? 'unlimited'}`).join(' · ')

function priceWords({ paymentStyle, priceMinor, currency, items }: PackageRow, money: MoneyWords): string {
  if (paymentStyle !== 'eachAppointment') return money(priceMinor, currency)
  const fees = items.flatMap(({ firstFeeMinor }) => (firstFeeMinor === null ? [] : [firstFeeMinor]))
  return fees.length === 0 ? 'each visit' : `${money(Math.min(...fees), currency)} each visit`
}

/** Every word typed begins some word of the name or the items. */
function matches(row: PackageRow, typed: string): boolean {
  const words = `${row.name} ${itemsWords(row)}`.toLocaleLowerCase().split(/[\s·,()]+/)
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)))
}
