// An item in few words: how its sessions are given, where the fields of that are folded away, and what the shelf says of a product.
// Text only, no markup.

import { formatMoney, formatRate } from '../../../../shared/format.ts'
import { DELIVERY_WORDS, MEDIUM_WORDS } from '../../../words.ts'
import type { Catalog, ItemValues } from './package-form.ts'

/** "60 (50 + 10)": a slot of 60 minutes, of which 10 are a break. Null while nothing is said of it or it makes no sense. */
export function slotWords(durationMinutes: number | null, breakMinutes: number | null): string | null {
  if (durationMinutes === null) return null
  if (breakMinutes === null || breakMinutes === 0) return `${durationMinutes} min`
  if (breakMinutes >= durationMinutes) return null
  return `${durationMinutes} (${durationMinutes - breakMinutes} + ${breakMinutes}) min`
}

/** The slot of its own, or the one all its services have in common; null where they differ. */
export function slotMinutesOf(
  item: Pick<ItemValues, 'durationMinutes' | 'services'>,
  services: readonly Pick<Catalog['services'][number], 'id' | 'durationMinutes'>[],
) {
  if (item.durationMinutes !== null) return item.durationMinutes
  const lengths = new Set(item.services.map((s) => services.find((x) => x.id === s.serviceId)?.durationMinutes ?? null))
  return lengths.size === 1 ? ([...lengths][0] ?? null) : null
}

type Delivered = Pick<ItemValues, 'services' | 'delivery' | 'medium' | 'durationMinutes' | 'breakMinutes' | 'topUpServiceIds'>

/** "In person · 60 (50 + 10) min · Physio 60 for the difference". */
export function deliveryWords(item: Delivered, services: Catalog['services']): string {
  const isPlain = item.durationMinutes === null && item.breakMinutes === null
  const topUps = item.topUpServiceIds.flatMap((id) => services.find((s) => s.id === id)?.name ?? [])
  return [
    item.delivery === 'online' ? `${DELIVERY_WORDS.online}, ${MEDIUM_WORDS[item.medium].toLowerCase()}` : DELIVERY_WORDS.inPerson,
    isPlain ? null : slotWords(slotMinutesOf(item, services), item.breakMinutes),
    topUps.length > 0 ? `${topUps.join(', ')} for the difference` : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** "12 in stock · 20.00 each · GST 5 %": what the shelf says of a product. The code stands there in a package of another currency. */
export function productWords(
  { stock, priceMinor, taxIds }: Pick<Catalog['products'][number], 'stock' | 'priceMinor' | 'taxIds'>,
  taxes: readonly Pick<Catalog['taxes'][number], 'id' | 'name' | 'rate'>[],
  { currency, isOwnCurrency }: { currency: string; isOwnCurrency: boolean },
): string {
  const taxed = taxes.filter((t) => taxIds.includes(t.id)).map((t) => `${t.name} ${formatRate(t.rate)}`)
  return [
    `${stock} in stock`,
    `${formatMoney(priceMinor, currency)}${isOwnCurrency ? '' : ` ${currency}`} each`,
    taxed.length > 0 ? taxed.join(', ') : 'no tax',
  ].join(' · ')
}
