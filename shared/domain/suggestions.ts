// How a package may be described to clients, and which category fits it: from its own name, items and end alone. A
// suggestion fills nothing by itself; a person takes it or leaves it.

import { formatDate, plural } from '../format.ts'
import { fold } from '../search-text.ts'
import type { ExpiryRule } from './expiry.ts'
import type { FrequencyUnit } from './words.ts'

export interface SuggestedItem {
  /** Of the services to choose from, or of the product. */
  names: readonly string[]
  /** Null: as many as the client likes. */
  count: number | null
  isProduct: boolean
  /** The categories that its services or product stand in. */
  categoryIds: readonly number[]
}
export interface Describable {
  name: string
  items: readonly SuggestedItem[]
  /** Null: not said yet. */
  expiry: ExpiryRule | null
  frequency: { count: number; unit: FrequencyUnit } | null
}
export interface CategoryChoice {
  id: number
  name: string
}
/** description: empty when there is nothing to say yet. categoryId: null when none fits. */
export interface Suggestion {
  description: string
  categoryId: number | null
}

export const suggestionFor = (what: Describable, categories: readonly CategoryChoice[]): Suggestion => ({
  description: descriptionOf(what),
  categoryId: categoryFor(what, categories),
})

/** `10 sessions of Physio 45 and 2 × Massage oil. Meant for 2 sessions a week. To be used within 12 months of the purchase.` */
export function descriptionOf({ items, expiry, frequency }: Describable): string {
  const phrases = items.filter(({ names, count }) => names.length > 0 && count !== 0).map(itemPhrase)
  if (phrases.length === 0) return ''
  const meant = frequency && items.some(({ isProduct }) => !isProduct)
  return [
    `${capital(joined(phrases, 'and'))}.`,
    meant ? `Meant for ${plural(frequency.count, 'session')} a ${frequency.unit}.` : '',
    expiry ? endPhrase(expiry) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function itemPhrase({ names, count, isProduct }: SuggestedItem): string {
  const what = joined(names, 'or')
  if (isProduct) return count === null ? `${what} without limit` : `${count} × ${what}`
  const sessions = count === null ? `as many sessions of ${what} as you like` : `${plural(count, 'session')} of ${what}`
  return names.length > 1 ? `${sessions}, as you choose` : sessions
}

function endPhrase(rule: ExpiryRule): string {
  switch (rule.kind) {
    case 'never':
      return 'There is no end date.'
    case 'onDate':
      return `To be used by ${formatDate(rule.date)}.`
    case 'afterPurchase':
      return `To be used within ${spanOf(rule)} of the purchase.`
    case 'afterFirstUse':
      return `To be used within ${spanOf(rule)} of the first visit.`
  }
}

const spanOf = ({ count, unit }: Extract<ExpiryRule, { count: number }>): string => plural(count, unit.slice(0, -1))
const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
const joined = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

/** Where its items stand counts most, each by its sessions; then what its name and theirs have in common with the category's. */
export function categoryFor({ name, items }: Describable, categories: readonly CategoryChoice[]): number | null {
  const sessions = items.filter(({ isProduct }) => !isProduct)
  const said = wordsOf([name, ...(sessions.length > 0 ? sessions : items).flatMap(({ names }) => names)].join(' '))
  const whole = items.reduce((sum, item) => sum + weightOf(item), 0)
  let best: { id: number; points: number } | null = null
  for (const category of categories) {
    const held = items.reduce((sum, item) => sum + (weightOf(item) * partIn(item, category.id)) / (whole || 1), 0)
    const words = tellingWords(category.name)
    const shared = words.filter((word) => said.some((other) => isAlike(word, other))).length / (words.length || 1)
    const points = held + shared / 2
    if (points > (best?.points ?? 0)) best = { id: category.id, points }
  }
  return best?.id ?? null
}

const USUAL_COUNT = 10
/** A free bottle of oil says less about a package than its ten massages. */
const weightOf = ({ count, isProduct }: SuggestedItem): number => (count ?? USUAL_COUNT) * (isProduct ? 0.5 : 1)
const partIn = ({ categoryIds }: SuggestedItem, id: number): number =>
  categoryIds.length === 0 ? 0 : categoryIds.filter((other) => other === id).length / categoryIds.length

const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? []
/** Shorter ones are "and", "of" and the like, unless there are no others: "Spa". */
const TELLING = 4
function tellingWords(text: string): string[] {
  const words = wordsOf(text)
  const long = words.filter((word) => word.length >= TELLING)
  return long.length > 0 ? long : words
}
/** "massage" and "massages", "physio" and "physiotherapy". */
const isAlike = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short === long || (short.length >= TELLING && long.startsWith(short))
}
