// What the practice offers and what it is taxed with. A name belongs to one of a kind, however it is written in letters large or small.

import type { z } from 'zod'
import { flag } from '../../db/flag.ts'
import {
  findIdByNameKey,
  getCategory,
  getProduct,
  getService,
  getTax,
  insertCategory,
  insertProduct,
  insertService,
  insertTax,
  listCategories as categoryRows,
  listProducts as productRows,
  listServices as serviceRows,
  listTaxes as taxRows,
  type ProductRow,
  type ServiceRow,
  updateCategory,
  updateProduct,
  updateService,
  updateTax,
} from '../../db/queries/catalog.ts'
import { listStaffAmong } from '../../db/queries/staff.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { SaveCategory, SaveProduct, SaveService, SaveTax } from '../../shared/contract/catalog.ts'
import { refuse } from '../../shared/errors.ts'
import { nameKeyOf } from '../../shared/name-key.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged, marked } from '../marks.ts'

export const listServices = async ({ db }: QueryContext) => (await serviceRows(db)).map(serviceOf)
export const listProducts = async ({ db }: QueryContext) => (await productRows(db)).map(productOf)
export const listTaxes = async ({ db }: QueryContext) => (await taxRows(db)).map(taxOf)
export const listCategories = async ({ db }: QueryContext) => (await categoryRows(db)).map(categoryOf)

export async function saveService(c: CommandContext, { id, key: _key, mark, ...input }: z.output<typeof SaveService>) {
  const { tx } = c
  const before = id === null ? null : await getService(tx, id)
  if (before) await assertUnchanged(c, changing('services', before, serviceOf(before), mark))
  const nameKey = nameKeyOf(input.name)
  await assertNameFree(tx, 'services', nameKey, id, { what: 'service', name: input.name })
  if (input.categoryId !== null) await getCategory(tx, input.categoryId)
  const taxIds = await knownTaxIds(tx, input.taxIds)
  const practitionerIds = await knownPractitionerIds(tx, input.practitionerIds)
  const { code, name, durationMinutes, breakMinutes, priceMinor, categoryId } = input
  const fields = {
    code,
    name,
    nameKey,
    durationMinutes,
    breakMinutes,
    priceMinor,
    categoryId,
    active: flag(input.active),
    public: flag(input.public),
  }
  const links = { taxIds, practitionerIds }
  if (before) await updateService(tx, before, fields, links)
  return serviceOf(await getService(tx, before?.id ?? (await insertService(tx, fields, links))))
}

export async function saveProduct(c: CommandContext, { id, key: _key, mark, ...input }: z.output<typeof SaveProduct>) {
  const { tx } = c
  const before = id === null ? null : await getProduct(tx, id)
  if (before) await assertUnchanged(c, changing('products', before, productOf(before), mark))
  const nameKey = nameKeyOf(input.name)
  await assertNameFree(tx, 'products', nameKey, id, { what: 'product', name: input.name })
  if (input.categoryId !== null) await getCategory(tx, input.categoryId)
  const taxIds = await knownTaxIds(tx, input.taxIds)
  const { name, priceMinor, categoryId, stock } = input
  const fields = { name, nameKey, priceMinor, categoryId, stock, active: flag(input.active) }
  if (before) await updateProduct(tx, before, fields, taxIds)
  return productOf(await getProduct(tx, before?.id ?? (await insertProduct(tx, fields, taxIds))))
}

/** A new rate counts from the next line on: lines keep the rate they were written with. */
export async function saveTax(c: CommandContext, { id, mark, name, rate, active }: z.output<typeof SaveTax>) {
  const { tx } = c
  const before = id === null ? null : await getTax(tx, id)
  if (before) await assertUnchanged(c, changing('taxes', before, taxOf(before), mark))
  const fields = { name, rate, active: flag(active) }
  if (before) await updateTax(tx, before, fields)
  return taxOf(await getTax(tx, before?.id ?? (await insertTax(tx, fields))))
}

export async function saveCategory(c: CommandContext, { id, mark, name }: z.output<typeof SaveCategory>) {
  const { tx } = c
  const before = id === null ? null : await getCategory(tx, id)
  if (before) await assertUnchanged(c, changing('categories', before, categoryOf(before), mark))
  const nameKey = nameKeyOf(name)
  await assertNameFree(tx, 'categories', nameKey, id, { what: 'category', name })
  if (before) await updateCategory(tx, before, { name, nameKey })
  return categoryOf(await getCategory(tx, before?.id ?? (await insertCategory(tx, { name, nameKey }))))
}

const changing = (
  table: 'services' | 'products' | 'taxes' | 'categories',
  before: { id: number; name: string },
  now: { mark: string },
  mark: string | undefined,
) => ({ what: before.name, now, mark, record: { table, id: before.id } })

async function assertNameFree(
  db: Db,
  table: Parameters<typeof findIdByNameKey>[1],
  nameKey: string,
  id: number | null,
  words: { what: string; name: string },
) {
  const holder = await findIdByNameKey(db, table, nameKey)
  if (holder !== undefined && holder !== id) refuse('name.taken', words)
}

async function knownTaxIds(db: Db, ids: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(ids)]
  const known = new Set((await taxRows(db)).map((t) => t.id))
  if (!wanted.every((id) => known.has(id))) refuse('call.notFound', { what: 'tax' })
  return wanted
}

/** Somebody who no longer sees clients is left out without a word; somebody who never existed is refused. */
async function knownPractitionerIds(db: Db, ids: readonly number[]): Promise<number[]> {
  const wanted = [...new Set(ids)]
  const known = await listStaffAmong(db, wanted)
  if (known.length < wanted.length) refuse('call.notFound', { what: 'practitioner' })
  return known.filter((p) => p.isPractitioner === 1).map((p) => p.id)
}

const serviceOf = ({ nameKey: _key, position: _position, ...s }: ServiceRow) =>
  marked({ ...s, active: s.active === 1, public: s.public === 1 })
const productOf = ({ nameKey: _key, ...p }: ProductRow) => marked({ ...p, active: p.active === 1 })
const taxOf = (t: Row<'taxes'>) => marked({ ...t, active: t.active === 1 })
const categoryOf = ({ id, name, position }: Row<'categories'>) => ({ ...marked({ id, name }), position })
