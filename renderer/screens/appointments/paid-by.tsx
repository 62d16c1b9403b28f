// How a visit is paid: the client's packages as cards with what is left before and after, those that don't fit with why,
// and the regular fee. Native radio buttons, so the arrow keys choose.

import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { isRedeemed } from '../../../shared/domain/sessions.ts'
import { formatDate, formatMoney } from '../../../shared/format.ts'
import { scheduledOf } from '../../components/client-package/client-package-words.ts'
import { Pips } from '../../components/pips.tsx'
import { type Available, mayChoose, type Option, sharedWords, shownOptions } from './booking.ts'
import classes from './paid-by.module.css'

interface PaidByProps {
  available: Available
  /** Who is treated. */
  client: string
  chosen: number | null | undefined
  onChange: (item: number | null) => void
  /** "Anna has Family 20, but not for Counselling 50." */
  hint: string | null
  error: React.ReactNode
}

export function PaidBy({ available, client, chosen, onChange, hint, error }: PaidByProps) {
  const id = useId()
  const [all, setAll] = useState(false)
  const { shown, hidden } = shownOptions(available.options, all)
  return (
    <fieldset className={classes.group} aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}>
      <legend className={classes.legend}>Paid by</legend>
      {hint && (
        <p className={classes.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {shown.map((option) => (
        <PackageCard
          key={option.clientPackageItemId}
          option={option}
          client={client}
          currency={available.currency}
          name={id}
          checked={chosen === option.clientPackageItemId}
          onChoose={() => onChange(option.clientPackageItemId)}
        />
      ))}
      {hidden > 0 && (
        <Button className={classes.more} size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {hidden} more that {hidden === 1 ? 'does' : 'do'} not fit
        </Button>
      )}
      <label className={classes.card} data-on={chosen === null || undefined}>
        <input type="radio" name={id} className={classes.radio} checked={chosen === null} onChange={() => onChange(null)} />
        <span className={classes.regular}>Regular fee</span>
        <span className={classes.price}>{formatMoney(available.regularFeeMinor, available.currency)}</span>
      </label>
      {error && (
        <p className={classes.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface PackageCardProps {
  option: Option
  client: string
  currency: string
  name: string
  checked: boolean
  onChoose: () => void
}

function PackageCard({ option, client, currency, name, checked, onChoose }: PackageCardProps) {
  const enabled = mayChoose(option)
  const until = option.end ? `Until ${formatDate(option.end)}` : option.endWords
  return (
    <label className={classes.card} data-on={checked || undefined} data-off={!enabled || undefined}>
      <input type="radio" name={name} className={classes.radio} checked={checked} disabled={!enabled} onChange={onChoose} />
      <bdi className={classes.name}>{option.name}</bdi>
      {enabled ? <span className={classes.price}>{formatMoney(option.feeMinor, currency)}</span> : <span />}
      <span className={classes.details}>
        <span className={classes.left}>
          <Pips states={option.states} unlimited={option.remaining === null} />
          <span>{leftWords(option, enabled)}</span>
        </span>
        {option.sharedBy !== null && <span>{sharedWords(option, client)}</span>}
        {enabled ? (
          <span>{[until, scheduledWords(option), option.note].filter(Boolean).join(' · ')}</span>
        ) : (
          <span>{capitalised(option.why ?? '')}</span>
        )}
        {enabled && option.notes && (
          <span className={classes.notes} dir="auto">
            {option.notes}
          </span>
        )}
        {enabled && option.warning && <span className={classes.warning}>{capitalised(option.warning)}</span>}
      </span>
    </label>
  )
}

/** "4 left → 3"; what can't be chosen only tells what is left. */
function leftWords({ remaining, total }: Option, enabled: boolean): string {
  if (remaining === null) return 'Unlimited'
  if (!enabled) return `${remaining} of ${total ?? remaining} left`
  return `${remaining} left → ${Math.max(0, remaining - 1)}`
}

/** "4 of 10 scheduled, 6 to schedule", where there is a limit. */
function scheduledWords({ remaining, states }: Option): string | null {
  return remaining === null || remaining === 0 ? null : scheduledOf(states.filter(isRedeemed).length, remaining)
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
