// The terms of a sale or an assignment, worked out before anything is written: price, discount, tax, validity, values.
// What a person may not give, or what could never be used, is refused here.

import type { z } from 'zod'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import { getClient } from '../../db/queries/clients.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { findForSale } from '../../db/queries/selling.ts'
import type { SaleTerms } from '../../shared/contract/sale-terms.ts'
import type { QuotedDiscount } from '../../shared/contract/selling.ts'
import { countryNameOf } from '../../shared/countries.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { endOf } from '../../shared/domain/expiry.ts'
import { dealValues } from '../../shared/domain/packages.ts'
import { taxesOn } from '../../shared/domain/tax.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, formatRate } from '../../shared/format.ts'
import { add, type Minor, percentOf, subtract, sum, ZERO } from '../../shared/money.ts'
import { grantOf } from '../../shared/permissions.ts'
import type { Caller } from '../context.ts'
import { moneyWords } from './money-words.ts'

export interface Sale {
  clientId: number
  packageId: number
  discount: z.output<typeof QuotedDiscount> | null
  terms: z.output<typeof SaleTerms>
}

/** Who sells, and when. */
interface Seller {
  today: LocalDate
  staff: Caller
}

export async function termsOf(db: Db, seller: Seller, sale: Sale) {
  const offer = await offerOf(db, seller.today, sale)
  const { p, items, taxes, prepaid } = offer
  const { discountMinor, discountRate } = discountOf(sale.discount, prepaid, p.priceMinor)
  await assertWithinLimit(db, seller.staff, prepaid ? { price: p.priceMinor, less: discountMinor } : { rate: discountRate }, p.currency)
  const chargeMinor = prepaid ? subtract(p.priceMinor, discountMinor) : ZERO
  const { pricesIncludeTax } = await getPractice(db)
  const taxed = prepaid ? taxesOn(chargeMinor, taxes, pricesIncludeTax === 1) : []
  return {
    ...offer,
    discountMinor,
    discountRate,
    chargeMinor,
    taxed,
    pricesIncludeTax,
    values: dealValues(items, chargeMinor, p.paymentStyle, p.split),
    totalMinor: pricesIncludeTax ? chargeMinor : add(chargeMinor, sum(taxed.map((t) => t.taxMinor))),
  }
}

/** The package as this client would get it, whatever is asked for it: whether it is offered, from when and until when. */
export async function offerOf(db: Db, today: LocalDate, { clientId, packageId, terms }: Pick<Sale, 'clientId' | 'packageId' | 'terms'>) {
  const client = await getClient(db, clientId)
  const found = await findForSale(db, packageId)
  if (!found) return refuse('call.notFound', { what: 'package' })
  const { p, items, taxes } = found
  if (!p.active || p.deletedAt || p.supersededAt) refuse('package.notForSale', { package: p.name })
  return {
    p,
    items,
    taxes,
    prepaid: p.paymentStyle !== 'eachAppointment',
    ...validityOf(p, today, terms),
    warnings: [
      ...items.flatMap((i) => i.services.filter((s) => !s.active).map((s) => `${s.name} is not offered any more.`)),
      ...(p.country !== null && p.country !== (client.country ?? (await getPractice(db)).country)
        ? [`It is meant for clients in ${countryNameOf(p.country)}.`]
        : []),
    ],
  }
}

type Package = NonNullable<Awaited<ReturnType<typeof findForSale>>>['p']

function validityOf(p: Package, today: LocalDate, terms: Sale['terms']) {
  const rule = expiryRuleOf(p)
  if (terms.validFrom && terms.validFrom < today) refuse('sale.startInPast', { day: formatDate(terms.validFrom) })
  const validFrom = terms.validFrom ?? p.validFrom
  const manualEnd = terms.end?.day ?? null
  const end = endOf(rule, { purchasedOn: today, validFrom, firstUseOn: null, manualEnd })
  if (manualEnd && manualEnd < today) refuse('clientPackage.endInPast', { day: formatDate(manualEnd) })
  if (end && end < today) refuse('package.alreadyExpired', { package: p.name, end: formatDate(end) })
  if (end && validFrom && end < validFrom) refuse('sale.endBeforeStart', { end: formatDate(end), start: formatDate(validFrom) })
  return { rule, validFrom, end, manualEnd, manualEndReason: terms.end?.reason ?? '' }
}

/** Upfront: an amount or a percentage of the price. Paid each appointment: a percentage, which lowers the fees. */
function discountOf(discount: Sale['discount'], prepaid: boolean, price: Minor): { discountMinor: Minor; discountRate: number } {
  if (!discount) return { discountMinor: ZERO, discountRate: 0 }
  if (!prepaid) return discount.kind === 'percent' ? { discountMinor: ZERO, discountRate: discount.rate } : refuse('discount.percentOnly')
  const discountMinor = discount.kind === 'amount' ? discount.amountMinor : percentOf(price, discount.rate)
  if (discountMinor > price) refuse('discount.tooLarge')
  return { discountMinor, discountRate: 0 }
}

/** Beyond the practice's limit a discount takes the right to give it. */
export async function assertWithinLimit(
  db: Db,
  staff: Caller,
  given: { price: Minor; less: Minor } | { rate: number },
  currency: string,
): Promise<void> {
  if (grantOf(staff.role, 'discount.aboveLimit')) return
  const { discountLimit } = await getPractice(db)
  const most = 'rate' in given ? ZERO : percentOf(given.price, discountLimit)
  const above = 'rate' in given ? given.rate > discountLimit : given.less > most
  if (above)
    refuse('discount.aboveLimit', {
      limit: 'rate' in given ? formatRate(discountLimit) : `${formatRate(discountLimit)} (${await moneyWords(db, most, currency)})`,
    })
}
