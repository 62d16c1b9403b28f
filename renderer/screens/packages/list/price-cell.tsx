// The price of a package in the table: a press opens it, Enter saves it for later sales, Escape leaves it as it was. What
// was saved shows at once; when it can't be saved the cell opens again with what was typed and why. Whoever leaves the list
// with a price that was typed and not saved is asked first.

import { Popover } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { problemOfMoney } from '../../../../shared/format.ts'
import type { Minor } from '../../../../shared/money.ts'
import { api, newKey } from '../../../api.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { notifyDone } from '../../../components/notify-done.tsx'
import { showError } from '../../../components/show-error.tsx'
import { useLeaveGuard } from '../../../components/use-leave-guard.ts'
import { useMoney } from '../../../components/use-money.ts'
import { isShutOut, sentenceOfError } from '../../../errors.ts'
import { priceWords, type PackageRow } from '../../../components/package-words.ts'
import { useStaysDrawn } from './drawn-lines.ts'
import { rowKey } from './packages-order.ts'
import styles from './cell.module.css'

/** What is open in the cell: the amount typed (null: none yet, or no amount), and why it was not taken. */
interface Typed {
  minor: number | null
  why: string | null
}

interface Props {
  row: PackageRow
  mayEdit: boolean
}

/** Only a button until it is pressed: a long list opens faster so. */
export function PriceCell({ row, mayEdit }: Props) {
  const money = useMoney()
  const [isUsed, setUsed] = useState(false)
  if (!mayEdit || row.cellMinor === null) return <span className={styles.still}>{priceWords(row, money)}</span>
  return isUsed ? <UsedCell row={row} seenMinor={row.cellMinor} /> : <PriceButton row={row} onPress={() => setUsed(true)} />
}

function UsedCell({ row, seenMinor }: { row: PackageRow; seenMinor: Minor }) {
  const [typed, setTyped] = useState<Typed | null>({ minor: seenMinor, why: null })
  const [ahead, setAhead] = useState<{ of: PackageRow; minor: number } | null>(null)
  const money = useMoney()
  const setPrice = useMutation(api.packages.setPrice.mutationOptions())
  const latest = useRef(typed)
  latest.current = typed
  const button = useRef<HTMLButtonElement>(null)
  const comesBack = useRef(false)
  const noteId = useId()
  const whyId = useId()
  const shown = ahead?.of === row ? withPrice(row, ahead.minor) : row

  useStaysDrawn(rowKey(row.id), typed !== null || setPrice.isPending)
  useLeaveGuard(() => latest.current !== null && latest.current.minor !== seenMinor)

  useEffect(() => {
    if (typed === null && comesBack.current) button.current?.focus()
    comesBack.current = false
  }, [typed])

  const atVisits = row.paymentStyle === 'eachAppointment'
  const said = (minor: number) =>
    `${row.name} costs ${money(minor, row.currency)}${atVisits ? ' at each appointment' : ''} from now on. What was sold keeps its price.`

  function save(minor: number) {
    setAhead({ of: row, minor })
    setTyped(null)
    setPrice.mutate(
      { key: newKey(), id: row.id, seenMinor, priceMinor: minor },
      {
        onSuccess: () => notifyDone(said(minor), { undo: () => takeBack(minor) }),
        onError: (error) => {
          setAhead(null)
          if (!isShutOut(error)) setTyped({ minor, why: sentenceOfError(error) })
        },
      },
    )
  }
  const takeBack = (minor: number) =>
    setPrice.mutate(
      { key: newKey(), id: row.id, seenMinor: minor, priceMinor: seenMinor },
      { onSuccess: () => notifyDone(said(seenMinor)), onError: (error) => showError(error) },
    )

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter' && typed?.minor == null) {
      const { value } = event.currentTarget
      return setTyped({ minor: null, why: value.trim() === '' ? 'Enter an amount.' : problemOfMoney(value, row.currency) })
    }
    comesBack.current = true
    if (event.key === 'Enter' && typed?.minor != null && typed.minor !== seenMinor) save(typed.minor)
    else setTyped(null)
  }

  if (typed === null)
    return (
      <PriceButton row={shown} isSaving={setPrice.isPending} button={button} onPress={() => setTyped({ minor: seenMinor, why: null })} />
    )
  return (
    <div className={styles.editor}>
      <Popover withRoles={false} opened={typed.why !== null} position="bottom-end" width={280} shadow="sm" offset={4} returnFocus={false}>
        <Popover.Target>
          <div>
            <MoneyInput
              aria-label={`Price of ${row.name}`}
              aria-describedby={typed.why === null ? noteId : whyId}
              autoFocus
              size="xs"
              currency={row.currency}
              value={typed.minor}
              error={typed.why === null ? undefined : true}
              onChange={(minor) => setTyped({ minor, why: null })}
              onKeyDown={onKeyDown}
              onBlur={() => typed.minor === seenMinor && setTyped(null)}
            />
          </div>
        </Popover.Target>
        <Popover.Dropdown className={styles.why}>
          <span id={whyId} role="alert">
            {typed.why}
          </span>
        </Popover.Dropdown>
      </Popover>
      <span id={noteId} className={styles.note}>
        For later sales only
      </span>
    </div>
  )
}

interface ButtonProps {
  row: PackageRow
  onPress: () => void
  isSaving?: boolean
  button?: RefObject<HTMLButtonElement | null>
}

function PriceButton({ row, onPress, isSaving = false, button }: ButtonProps) {
  const price = priceWords(row, useMoney())
  return (
    <button
      ref={button}
      type="button"
      className={styles.cell}
      data-of="price"
      aria-label={`Change the price of ${row.name}, ${price}`}
      aria-busy={isSaving || undefined}
      onClick={onPress}
    >
      {price}
    </button>
  )
}

const withPrice = (row: PackageRow, minor: number): PackageRow => ({
  ...row,
  priceMinor: row.paymentStyle === 'eachAppointment' ? row.priceMinor : (minor as Minor),
  items: row.items.map((item) => ({ ...item, firstFeeMinor: item.firstFeeMinor === null ? null : (minor as Minor) })),
})
