// A client package gives way to a dearer one: the value of its free sessions lowers the new price, by one line of its invoice.
// What the value exceeds the new price by goes off the old invoice, to the account of who paid it.

import { instalmentRuleOf } from '../../db/term-columns.ts'
import type { Db } from '../../db/handles.ts'
import { findClientPackage, listItemRows, updateClientPackage } from '../../db/queries/client-packages.ts'
import { closeInstalments } from '../../db/queries/instalments.ts'
import { dropInvoice, findInvoice, findSaleInvoice, listLines } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { listSessionsInState } from '../../db/queries/sessions.ts'
import { undoTransferRow } from '../../db/queries/transfers.ts'
import type { Row } from '../../db/schema.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { endWords } from '../../shared/domain/expiry.ts'
import { dealValues, groupValues } from '../../shared/domain/packages.ts'
import { upgradeOf } from '../../shared/domain/transfers.ts'
import { refuse } from '../../shared/errors.ts'
import { add, type Minor, negate, sum, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { creditPayments } from './billing.ts'
import { getCard, labelOf } from './client-package-cards.ts'
import { movedWords } from './client-package-origins.ts'
import { grantPackage } from './granting.ts'
import { byOf, movePot, settleExpiry } from './ledger.ts'
import { leftBehind } from './left-behind.ts'
import { moneyWords } from './money-words.ts'
import { bothOf, getMovable, movablePot, moveSessions, takeRowsBack } from './moving.ts'
import { nameOf } from './sharing.ts'
import { offerOf } from './sale-terms.ts'
import { type Paying, planOfSale, publishSale } from './selling.ts'
import { changeOldInvoice } from './upgrade-credit.ts'

interface Upgrade {
  id: number
  packageId: number
}

async function planOf(db: Db, today: LocalDate, { id, packageId }: Upgrade) {
  const from = await getMovable(db, today, id)
  if (from.paymentStyle === 'eachAppointment') refuse('upgrade.atVisits', { package: from.name })
  const offer = await offerOf(db, today, { clientId: from.clientId, packageId, terms: { validFrom: null, end: null } })
  const { p, items, taxes } = offer
  if (!offer.prepaid || p.currency !== from.currency) refuse('upgrade.noPrice', { package: p.name })
  const rows = await listSessionsInState(db, id, 'available')
  const hasUnlimited = (await listItemRows(db, id)).some((i) => i.quantity === null)
  const pot = await movablePot(db, id, hasUnlimited)
  const valueMinor = add(sum(rows.map((r) => r.valueMinor)), pot ?? ZERO)
  if (valueMinor === 0) refuse('upgrade.nothing', { package: from.name })
  const { pricesIncludeTax } = await getPractice(db)
  const sums = upgradeOf(valueMinor, p.priceMinor, taxes, pricesIncludeTax === 1)
  const askedMinor = await askedFor(db, id)
  if (sums.creditMinor > askedMinor) {
    const [rest, asked] = [await moneyWords(db, sums.creditMinor, p.currency), await moneyWords(db, askedMinor, p.currency)]
    refuse('upgrade.noCredit', { package: from.name, rest, asked })
  }
  return {
    from,
    offer,
    usualPayerId: await usualPayerOf(db, from),
    rows,
    pot,
    valueMinor,
    ...sums,
    pricesIncludeTax,
    what: await movedWords(db, id, rows, pot !== null),
    rule: instalmentRuleOf(p),
    values: dealValues(items, p.priceMinor, p.paymentStyle, p.split),
  }
}

/** Who pays its published invoice is asked for the new one, too, unless somebody else is chosen. */
async function usualPayerOf(db: Db, { id, clientId }: Row<'clientPackages'>): Promise<number> {
  const sale = await findSaleInvoice(db, id)
  const invoice = sale?.status === 'published' ? await findInvoice(db, sale.id) : undefined
  return invoice?.clientId ?? clientId
}

/** What its published invoice asks for it, before tax; nothing where there is none. */
async function askedFor(db: Db, clientPackageId: number): Promise<Minor> {
  const sale = await findSaleInvoice(db, clientPackageId)
  if (sale?.status !== 'published') return ZERO
  return sum((await listLines(db, [sale.id])).filter((l) => l.clientPackageId === clientPackageId).map((l) => l.amountMinor))
}

export async function previewUpgrade({ db, today }: QueryContext, input: Upgrade) {
  const u = await planOf(db, today, input)
  const { p, items, rule, end, warnings } = u.offer
  const card = await getCard(db, today, input.id)
  const [first, ...others] = groupValues(u.values.sessions.flat())
  return {
    currency: p.currency,
    what: u.what,
    usualPayer: { clientId: u.usualPayerId, name: await nameOf(db, u.usualPayerId) },
    valueMinor: u.valueMinor,
    priceMinor: p.priceMinor,
    lessMinor: u.lessMinor,
    chargeMinor: u.chargeMinor,
    creditMinor: u.creditMinor,
    pricesIncludeTax: u.pricesIncludeTax === 1,
    taxes: u.taxes.map(({ name, rate, taxMinor }) => ({ name, rate, taxMinor })),
    totalMinor: u.totalMinor,
    plan: planOfSale(u.rule, u.totalMinor, today),
    valuePerSessionMinor: first && others.length === 0 ? first.valueMinor : null,
    items: items.map((i) => ({ label: labelOf(i), quantity: i.quantity })),
    endWords: endWords(rule, end),
    booked: card.items.reduce((n, i) => n + i.bookedAhead, 0),
    oldDueMinor: card.dueMinor,
    warnings,
    leaves: await leftBehind(db, today, card, { name: p.name, sharedWith: null }),
  }
}

interface Shown {
  valueMinor: Minor
  totalMinor: Minor
}

export async function upgrade(c: CommandContext, input: Upgrade & Paying & { reason: string; shown?: Shown | undefined }) {
  const u = await planOf(c.tx, c.today, input)
  if (input.shown && (input.shown.valueMinor !== u.valueMinor || input.shown.totalMinor !== u.totalMinor)) refuse('upgrade.changed')
  const { from, offer, chargeMinor, lessMinor } = u
  const { p, items } = offer
  const by = byOf(c)
  const { clientPackageId: to } = await grantPackage(c, from.clientId, {
    ...offer,
    chargeMinor,
    chargeReason: '',
    discountRate: 0,
    values: u.values,
  })
  const move = { kind: 'upgrade' as const, from: from.id, to, rows: u.rows, pot: u.pot, creditMinor: u.creditMinor, reason: input.reason }
  const id = await moveSessions(c.tx, by, move)
  const moved = {
    kind: 'moved' as const,
    description: `Value of ${u.what} of ${from.name}`,
    quantity: 1,
    unitPriceMinor: negate(lessMinor),
    amountMinor: negate(lessMinor),
    clientPackageId: to,
    taxes: u.less,
  }
  const line = { items, priceMinor: p.priceMinor, chargeMinor: p.priceMinor, reason: '', taxed: u.full, rule: u.rule, moved }
  const paying = { ...input, payerId: input.payerId ?? u.usualPayerId }
  const sold = await publishSale(c, { clientPackageId: to, clientId: from.clientId, ...pick(p), ...line }, u.pricesIncludeTax, paying)
  if (u.creditMinor > 0) await changeOldInvoice(c.tx, by, from.id, negate(u.creditMinor), `Upgraded to ${p.name}`)
  return { ...(await bothOf(c.tx, c.today, { id, from: from.id, to })), ...sold }
}

const pick = ({ name, currency, paymentStyle }: Pick<Row<'packages'>, 'name' | 'currency' | 'paymentStyle'>) => ({
  name,
  currency,
  paymentStyle,
})

/** Takes an upgrade back while nothing of the new package was touched: its invoice is void, what was paid goes to the account. */
export async function undoUpgrade(c: CommandContext, t: Row<'transfers'>, touched: () => never): Promise<void> {
  const by = byOf(c)
  const to = await findClientPackage(c.tx, t.toClientPackageId)
  if (!to || to.cancelledOn) return touched()
  const card = await getCard(c.tx, c.today, to.id)
  const isWhole = card.items.every((i) =>
    i.unlimited ? !i.moved && i.bookedAhead + i.used + i.forfeited === 0 : i.remaining === i.pips.length,
  )
  if (!isWhole || card.cameFrom.length > 1) return touched()
  await takeRowsBack(c.tx, by, t, touched)
  if (t.potMinor !== null) await movePot(c.tx, by, t.fromClientPackageId, 'moveIn', t.potMinor, '')
  const reason = 'The upgrade was taken back'
  await updateClientPackage(c.tx, to, { cancelledOn: c.today, cancelReason: reason })
  await settleExpiry(c.tx, by, to.id)
  if (card.invoice) {
    await creditPayments(c.tx, by, card.invoice.id)
    await dropInvoice(c.tx, card.invoice.id, 'published')
    await closeInstalments(c.tx, card.invoice.id, c.instant)
  }
  if (t.creditMinor > 0) await changeOldInvoice(c.tx, by, t.fromClientPackageId, t.creditMinor, reason)
  await undoTransferRow(c.tx, t, c.instant)
  await settleExpiry(c.tx, by, t.fromClientPackageId)
}
