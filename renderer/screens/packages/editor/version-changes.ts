// What one version of a package changed against the one before, in words: each term that differs, before and after. Text only.

import { ruleWords } from '../../../../shared/domain/expiry.ts'
import { formatDate, formatMoney, plural } from '../../../../shared/format.ts'
import { countryNameOf } from '../../../../shared/countries.ts'
import { ENDING_WORDS, ENDS_BY_WORDS, FREQUENCY_WORDS, PAYMENT_STYLE_WORDS, SESSION_RULE_WORDS, SPLIT_WORDS } from '../../../words.ts'
import { deliveryWords } from './item-words.ts'
import type { Catalog, Package } from './package-form.ts'

export interface TermChange {
  what: string
  before: string
  after: string
}

/** In the order in which people ask: what it holds, what it costs, how long it lasts, the rest. */
export function versionChanges(before: Package, after: Package, catalog: Catalog): TermChange[] {
  const [was, is] = [termsInWords(before, catalog), termsInWords(after, catalog)]
  return is.flatMap(([what, words], i) => (was[i]?.[1] === words ? [] : [{ what, before: was[i]?.[1] ?? '', after: words }]))
}

function termsInWords(p: Package, catalog: Catalog): [string, string][] {
  const money = (amount: number) => formatMoney(amount, p.currency)
  const each = (words: (item: Package['items'][number]) => string) =>
    p.items
      .map(words)
      .filter((text) => text !== '')
      .join(' · ')
  const label = (item: Package['items'][number]) => labelOf(item, catalog)
  const rule = (r: Package['noShowRule']) => (r === null ? 'as in the settings' : SESSION_RULE_WORDS[r])
  const { instalments, frequency } = p
  return [
    ['Items', each((i) => `${label(i)} × ${i.quantity ?? 'unlimited'}`)],
    ['Price', money(p.priceMinor)],
    ['Currency', p.currency],
    ['Item prices', each((i) => `${label(i)} ${money(i.itemPriceMinor)}`)],
    ['Fees', p.paymentStyle === 'eachAppointment' ? each((i) => feeWords(i, catalog, money)) : ''],
    ['Payment', PAYMENT_STYLE_WORDS[p.paymentStyle]],
    [
      'Instalments',
      instalments
        ? `${instalments.count}, one every ${instalments.every} ${instalments.unit}, the first after ${plural(instalments.firstAfterDays, 'day')}`
        : 'none',
    ],
    ['Value of each session', p.split === 'byHand' ? each((i) => (i.values ?? []).map(money).join(', ')) : SPLIT_WORDS[p.split]],
    ['Taxes', namesOf(p.taxIds, catalog.taxes) || 'none'],
    ['Expires', ruleWords(p.expiry)],
    ['Can be used from', p.validFrom ? formatDate(p.validFrom) : 'the day of the sale'],
    ['How often', frequency ? `${frequency.count} ${FREQUENCY_WORDS[frequency.unit]}` : 'as agreed'],
    ['No-show', rule(p.noShowRule)],
    ['Late cancellation', rule(p.lateCancelRule)],
    ['Delivery', each((i) => (i.productId === null ? `${deliveryWords({ ...i, medium: i.medium ?? 'video' }, catalog.services)}` : ''))],
    ['A visit is ended', each((i) => (i.productId === null ? ENDS_BY_WORDS[i.endsBy] : ''))],
    ['When it starts late', each((i) => (i.productId === null ? ENDING_WORDS[i.ending] : ''))],
    ['Category', p.categoryId === null ? 'none' : namesOf([p.categoryId], catalog.categories)],
    ['Description', p.description || 'none'],
    ['Notes for staff', p.notes || 'none'],
    ['Self-service', p.selfService ? 'yes' : 'no'],
    ['Only for clients in', p.country === null ? 'every country' : countryNameOf(p.country)],
    ['Price in credits', p.priceCredits === null ? 'none' : String(p.priceCredits)],
  ]
}

const namesOf = (ids: readonly number[], from: readonly { id: number; name: string }[]): string =>
  ids.flatMap((id) => from.find((x) => x.id === id)?.name ?? []).join(', ')

const labelOf = (item: Package['items'][number], { services, products }: Catalog): string =>
  item.productId === null
    ? namesOf(
        item.services.map((s) => s.serviceId),
        services,
      )
    : namesOf([item.productId], products)

const feeWords = ({ services }: Package['items'][number], catalog: Catalog, money: (amount: number) => string): string =>
  services.map((s) => `${namesOf([s.serviceId], catalog.services)} ${money(s.feeMinor ?? 0)}`).join(', ')
