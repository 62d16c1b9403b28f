// What the terms come to, live beside the editor: the pips as a client sees them, the money, and when one sold today ends.

import { formatMoney, formatRate, plural } from '../../../../shared/format.ts'
import type { LocalDate } from '../../../../shared/dates.ts'
import { isLocalDate } from '../../../../shared/dates.ts'
import { endOf, endWords, type ExpiryRule } from '../../../../shared/domain/expiry.ts'
import { add, type Minor, minor, negate, sum } from '../../../../shared/money.ts'
import { Pips } from '../../../components/pips.tsx'
import { useMoney } from '../../../components/use-money.ts'
import { usePractice } from '../../../components/use-practice.ts'
import type { Instalment } from '../../../../shared/domain/instalments.ts'
import { FREQUENCY_WORDS } from '../../../words.ts'
import { type Figures, type ItemFigures, planToday, totalWithTax, valueRange } from './package-figures.ts'
import type { PackageValues } from './package-form.ts'
import { rangeWords, roundedRate } from '../../../components/package-words.ts'
import styles from './summary.module.css'

interface Props {
  values: PackageValues
  figures: Figures
  today: LocalDate
}

export function PackageSummary({ values, figures, today }: Props) {
  const { pricesIncludeTax } = usePractice()
  const { currency } = values
  const words = useMoney()
  const money = (amount: Minor) => words(amount, currency)
  const atVisits = values.paymentStyle === 'eachAppointment'
  const tax = sum(figures.taxes.map((t) => t.taxMinor))
  const items = figures.items.filter((item) => item.label !== '')
  const end = saleEnd(values, today)
  const range = valueRange(figures)
  const plan = planToday(values, totalWithTax(figures, pricesIncludeTax), today)
  const isPriced = atVisits ? figures.hasLimited && figures.askedMinor > 0 : values.priceMinor !== null

  return (
    <aside className={styles.summary} aria-label="What it comes to">
      <header>
        <h2>{values.name.trim() || 'New package'}</h2>
        <p className={styles.sub}>{values.description.trim() || 'As the client will see it'}</p>
      </header>
      {items.length === 0 && <p className={styles.hint}>Choose what it holds and its price: what that comes to stands here.</p>}
      {items.map((item, i) => (
        <div key={i} className={styles.item}>
          <div className={styles.itemHead}>
            <b>{item.label}</b>
            <span>{countWords(item)}</span>
          </div>
          <Pips
            states={Array.from({ length: item.quantity ?? 0 }, () => 'available' as const)}
            size="l"
            unlimited={item.quantity === null}
          />
          {item.slot && <p className={styles.sub}>{item.slot}</p>}
          {item.values.length > 0 && item.values.some((v) => v.valueMinor > 0) && (
            <p className={styles.sub}>Worth {worthWords(item, currency)}</p>
          )}
        </div>
      ))}
      <dl className={styles.lines} aria-live="polite">
        {figures.regularMinor > 0 && <Line label={atVisits ? 'At regular prices' : 'Item prices'} value={money(figures.regularMinor)} />}
        {isPriced && figures.regularMinor > 0 && figures.discountMinor !== 0 && (
          <Line
            label={figures.discountMinor > 0 ? `Discount, ${formatRate(roundedRate(figures.discountRate))}` : 'Above the item prices'}
            value={money(negate(figures.discountMinor))}
            tone={figures.discountMinor > 0 ? 'good' : 'warn'}
          />
        )}
        {isPriced && <Line label={atVisits ? 'All agreed fees' : 'Package price'} value={money(figures.askedMinor)} strong />}
        {(isPriced ? figures.taxes : []).map((t) => (
          <Line key={t.name} label={`${pricesIncludeTax ? 'of it ' : ''}${t.name} ${formatRate(t.rate)}`} value={money(t.taxMinor)} />
        ))}
        {!pricesIncludeTax && tax > 0 && (
          <Line label="The client pays" value={`${formatMoney(add(figures.askedMinor, tax), currency)} ${currency}`} strong />
        )}
        {plan.length > 0 && <Line label="Paid in" value={planWords(plan, currency)} />}
        {isPriced && range && range.highest > 0 && items.length > 1 && (
          <Line label="A session is worth" value={rangeWords(range, currency)} />
        )}
        {figures.leftToDealMinor !== 0 && (
          <Line
            label={figures.leftToDealMinor > 0 ? 'Left to share out' : 'Shared out too much'}
            value={money(minor(Math.abs(figures.leftToDealMinor)))}
            tone="warn"
          />
        )}
        {figures.potMinor > 0 && <Line label="Left for unlimited visits" value={money(figures.potMinor)} />}
      </dl>
      <dl className={styles.lines}>
        <Line label="Sold today, ends" value={end} />
        {values.frequency.count !== null && (
          <Line label="Suggested" value={`${values.frequency.count} ${FREQUENCY_WORDS[values.frequency.unit]}`} />
        )}
        {values.validFrom && values.validFrom > today && isLocalDate(values.validFrom) && (
          <Line label="Usable from" value={endWords({ kind: 'onDate', date: values.validFrom }, values.validFrom)} />
        )}
      </dl>
    </aside>
  )
}

function Line({ label, value, strong = false, tone }: { label: string; value: string; strong?: boolean; tone?: 'good' | 'warn' }) {
  return (
    <div className={strong ? styles.strong : undefined} data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** `83.34 × 2, 83.33 × 4`; many different ones by hand: from the lowest to the highest. */
function worthWords({ values }: ItemFigures, currency: string): string {
  const amounts = values.map((v) => v.valueMinor)
  if (values.length > MOST_VALUES)
    return rangeWords({ lowest: minor(Math.min(...amounts)), highest: minor(Math.max(...amounts)) }, currency)
  return values.map((v) => `${formatMoney(v.valueMinor, currency)}${v.times === 1 ? '' : ` × ${v.times}`}`).join(', ')
}
const MOST_VALUES = 4

/** `3 × 166.67`, the last ones a cent less. */
const planWords = (plan: readonly Instalment[], currency: string): string =>
  `${plan.length} × ${formatMoney(plan[0]?.amountMinor ?? 0, currency)}`

const countWords = ({ quantity, isProduct }: ItemFigures): string =>
  quantity === null ? 'as many as needed' : plural(quantity, isProduct ? 'piece' : 'session')

/** The last day of one sold today, in words; while the rule is half typed or wrong, a dash. */
function saleEnd({ expiry, validFrom }: PackageValues, today: LocalDate): string {
  const rule = ruleOf(expiry)
  if (!rule) return '–'
  const from = validFrom && isLocalDate(validFrom) ? validFrom : null
  const end = endOf(rule, { purchasedOn: today, validFrom: from, firstUseOn: null })
  return end && end < today ? '–' : endWords(rule, end)
}

function ruleOf({ kind, count, unit, date }: PackageValues['expiry']): ExpiryRule | null {
  if (kind === 'never') return { kind }
  if (kind === 'onDate') return date && isLocalDate(date) ? { kind, date } : null
  return count !== null && Number.isInteger(count) && count >= 1 && count <= 3650 ? { kind, count, unit } : null
}
