// Packages: what can be sold. Once one was sold its name, items and payment style are locked; the rest may change and
// counts for later sales only, since a client package holds a snapshot of its terms.

import type { z } from 'zod'
import { expiryColumns, expiryRuleOf } from '../../db/expiry-columns.ts'
import { frequencyOf, instalmentRuleOf } from '../../db/term-columns.ts'
import type { Db, Tx } from '../../db/handles.ts'
import { getCategory, getProduct, getService, getTax } from '../../db/queries/catalog.ts'
import {
  findPackageIdByNameKey,
  getPackage,
  insertPackage,
  type NewItem,
  type PackageFields,
  type PackageRow,
  updatePackage,
  updatePackageLife,
  wasSold,
} from '../../db/queries/packages.ts'
import { getPractice } from '../../db/queries/practice.ts'
import type { SavePackage } from '../../shared/contract/packages.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { leftToDeal } from '../../shared/domain/packages.ts'
import { refuse } from '../../shared/errors.ts'
import { nameKeyOf } from '../../shared/name-key.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged, marked } from '../marks.ts'
import { moneyWords } from './money-words.ts'

type Input = z.output<typeof SavePackage>

export const get = async ({ db }: QueryContext, { id }: { id: number }) => packageOf(db, await getPackage(db, id))

export async function save(c: CommandContext, input: Input) {
  const { tx, today } = c
  const before = input.id === null ? null : await getUnchanged(c, input.id, input)
  if (before && (await wasSold(tx, before.id))) assertUnlocked(before, input)
  if (before && before.version > 1 && before.name !== input.name) refuse('package.locked', { fields: 'name' })
  await assertNameFree(tx, input.name, before?.id)
  const { fields, parts } = await checkedFields(tx, before, input, today)
  if (before) await updatePackage(tx, before, fields, parts)
  const id = before?.id ?? (await insertPackage(tx, { ...fields, createdOn: today }, parts))
  return packageOf(tx, await getPackage(tx, id))
}

/** What is written of the terms, if everything in them exists, adds up and lies ahead. */
export async function checkedFields(tx: Tx, before: PackageRow | null, input: Input, today: LocalDate) {
  assertNotPast(before, input, today)
  await assertKnown(tx, before, input)
  const practice = await getPractice(tx)
  const currency = input.currency ?? before?.currency ?? practice.currency
  if (input.paymentStyle === 'eachAppointment' && currency !== practice.currency)
    refuse('package.visitCurrency', { currency: practice.currency })
  await assertDealt(tx, input, currency)
  return { fields: fieldsOf(input, currency), parts: { taxIds: [...new Set(input.taxIds)], items: input.items } }
}

export const activate = (context: CommandContext, { id }: { id: number }) => setActive(context, id, 1)
export const deactivate = (context: CommandContext, { id }: { id: number }) => setActive(context, id, 0)

/** Hides it from every list; client packages of it go on. */
export async function remove({ tx, instant }: CommandContext, { id }: { id: number }) {
  const before = assertCurrent(await getPackage(tx, id))
  if (before.deletedAt === null) await updatePackageLife(tx, before, { deletedAt: instant })
  return packageOf(tx, await getPackage(tx, id))
}

/** Brings it back as it was: offered again if it was offered then. */
export async function restore({ tx }: CommandContext, { id }: { id: number }) {
  const before = assertCurrent(await getPackage(tx, id))
  await assertNameFree(tx, before.name, id)
  if (before.deletedAt !== null) await updatePackageLife(tx, before, { deletedAt: null })
  return packageOf(tx, await getPackage(tx, id))
}

async function setActive({ tx }: CommandContext, id: number, active: 0 | 1) {
  const before = await getCurrent(tx, id)
  if (before.active !== active) await updatePackageLife(tx, before, { active })
  return packageOf(tx, await getPackage(tx, id))
}

/** The version that is sold now, of what is not deleted. */
export async function getCurrent(tx: Tx, id: number): Promise<PackageRow> {
  const found = assertCurrent(await getPackage(tx, id))
  return found.deletedAt === null ? found : refuse('call.notFound', { what: 'package' })
}

export const assertCurrent = (p: PackageRow): PackageRow =>
  p.supersededAt === null ? p : refuse('package.superseded', { package: p.name })

/** The version that is sold now, if nobody saved it since it was read to be changed. */
export async function getUnchanged(c: CommandContext, id: number, { mark }: Pick<Input, 'mark'>): Promise<PackageRow> {
  const found = await getCurrent(c.tx, id)
  await assertUnchanged(c, { what: found.name, now: marked(fieldsShown(found)), mark, record: { table: 'packages', id } })
  return found
}

async function assertNameFree(tx: Tx, name: string, id: number | undefined): Promise<void> {
  const holder = await findPackageIdByNameKey(tx, nameKeyOf(name))
  if (holder !== undefined && holder !== id) refuse('name.taken', { what: 'package', name })
}

/** A date that already stood there may have passed since; only a new one must lie ahead. */
function assertNotPast(before: PackageRow | null, { validFrom, expiry }: Input, today: LocalDate): void {
  if (validFrom !== null && validFrom < today && validFrom !== before?.validFrom) refuse('package.dateInPast', { field: 'Valid from' })
  if (expiry.kind === 'onDate' && expiry.date < today && expiry.date !== before?.expiryDate)
    refuse('package.dateInPast', { field: 'The end date' })
}

function assertUnlocked(before: PackageRow, input: Input): void {
  const locked = [
    { words: 'name', same: before.name === input.name },
    { words: 'items', same: termsOf(before.items) === termsOf(input.items) },
    { words: 'payment style', same: before.paymentStyle === input.paymentStyle },
  ]
  const changed = locked.filter(({ same }) => !same).map(({ words }) => words)
  if (changed.length > 0) refuse('package.locked', { fields: changed.join(' and ') })
}

/** What is locked of the items: what each covers and how many; not their order, prices and fees. */
const termsOf = (items: readonly NewItem[]): string =>
  items
    .map((i) => JSON.stringify([i.productId, i.quantity, i.services.map((s) => s.serviceId).sort((a, b) => a - b)]))
    .sort()
    .join()

/** Each service and product exists and, if it is new on this package, is offered. */
async function assertKnown(tx: Tx, before: PackageRow | null, input: Input): Promise<void> {
  if (input.categoryId !== null) await getCategory(tx, input.categoryId)
  for (const taxId of input.taxIds) await getTax(tx, taxId)
  const had = new Set(
    before?.items.flatMap((i) => [
      `product ${i.productId}`,
      ...[...i.services.map((s) => s.serviceId), ...i.topUpServiceIds].map((id) => `service ${id}`),
    ]),
  )
  for (const { productId, services, topUpServiceIds, durationMinutes, breakMinutes } of input.items) {
    for (const serviceId of [...services.map((s) => s.serviceId), ...topUpServiceIds]) {
      const service = await getService(tx, serviceId)
      if (!service.active && !had.has(`service ${serviceId}`)) refuse('service.notOffered', { service: service.name })
      if (durationMinutes === null && breakMinutes !== null && breakMinutes >= service.durationMinutes)
        refuse('package.breakTooLong', { service: service.name })
    }
    if (productId === null) continue
    const product = await getProduct(tx, productId)
    if (!product.active && !had.has(`product ${productId}`)) refuse('product.notOffered', { product: product.name })
  }
}

/** The values typed by hand are the whole price, to the cent. */
async function assertDealt(db: Db, { split, items, priceMinor }: Input, currency: string): Promise<void> {
  if (split !== 'byHand') return
  const left = leftToDeal(items, priceMinor)
  if (left !== 0) refuse('package.splitOff', { left: await moneyWords(db, Math.abs(left), currency), over: left < 0 })
}

const fieldsOf = (input: Input, currency: string): PackageFields => ({
  name: input.name,
  nameKey: nameKeyOf(input.name),
  description: input.description,
  notes: input.notes,
  categoryId: input.categoryId,
  currency,
  priceMinor: input.priceMinor,
  paymentStyle: input.paymentStyle,
  validFrom: input.validFrom,
  ...expiryColumns(input.expiry),
  noShowRule: input.noShowRule,
  lateCancelRule: input.lateCancelRule,
  split: input.split,
  instalmentCount: input.instalments?.count ?? null,
  instalmentEvery: input.instalments?.every ?? null,
  instalmentUnit: input.instalments?.unit ?? null,
  instalmentFirstAfter: input.instalments?.firstAfterDays ?? null,
  frequencyCount: input.frequency?.count ?? null,
  frequencyUnit: input.frequency?.unit ?? null,
  country: input.country,
  priceCredits: input.priceCredits,
  selfService: input.selfService ? 1 : 0,
})

const isOffered = (p: PackageRow): boolean => p.active === 1 && p.deletedAt === null && p.supersededAt === null

export async function packageOf(db: Db, p: PackageRow) {
  return {
    id: p.id,
    ...marked(fieldsShown(p)),
    active: isOffered(p),
    deleted: p.deletedAt !== null,
    position: p.position,
    locked: await wasSold(db, p.id),
  }
}

/** What is changed by saving it. */
const fieldsShown = (p: PackageRow) => ({
  name: p.name,
  description: p.description,
  notes: p.notes,
  categoryId: p.categoryId,
  currency: p.currency,
  priceMinor: p.priceMinor,
  paymentStyle: p.paymentStyle,
  split: p.split,
  instalments: instalmentRuleOf(p),
  frequency: frequencyOf(p),
  country: p.country,
  priceCredits: p.priceCredits,
  selfService: p.selfService === 1,
  validFrom: p.validFrom,
  expiry: expiryRuleOf(p),
  taxIds: p.taxIds,
  noShowRule: p.noShowRule,
  lateCancelRule: p.lateCancelRule,
  items: p.items.map(({ position: _position, productName: _name, services, ...item }) => ({
    ...item,
    services: services.map(({ serviceId, feeMinor }) => ({ serviceId, feeMinor })),
  })),
})
