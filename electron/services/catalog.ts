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

export const listServices = async ({ db }: QueryContext) => (await serviceRows(db)).map(serviceOf)
export const listProducts = async ({ db }: QueryContext) => (await productRows(db)).map(productOf)
export const listTaxes = async ({ db }: QueryContext) => (await taxRows(db)).map(taxOf)
export const listCategories = async ({ db }: QueryContext) => (await categoryRows(db)).map(categoryOf)

export async function saveService({ tx }: CommandContext, { id, key: _key, ...input }: z.output<typeof SaveService>) {
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
  if (id === null) return serviceOf(await getService(tx, await insertService(tx, fields, links)))
  await updateService(tx, await getService(tx, id), fields, links)
  return serviceOf(await getService(tx, id))
}

export async function saveProduct({ tx }: CommandContext, { id, key: _key, ...input }: z.output<typeof SaveProduct>) {
  const nameKey = nameKeyOf(input.name)
  await assertNameFree(tx, 'products', nameKey, id, { what: 'product', name: input.name })
  if (input.categoryId !== null) await getCategory(tx, input.categoryId)
  const taxIds = await knownTaxIds(tx, input.taxIds)
  const { name, priceMinor, categoryId, stock } = input
  const fields = { name, nameKey, priceMinor, categoryId, stock, active: flag(input.active) }
  if (id === null) return productOf(await getProduct(tx, await insertProduct(tx, fields, taxIds)))
  await updateProduct(tx, await getProduct(tx, id), fields, taxIds)
  return productOf(await getProduct(tx, id))
}

/** A new rate counts from the next line on: lines keep the rate they were written with. */
export async function saveTax({ tx }: CommandContext, { id, name, rate, active }: z.output<typeof SaveTax>) {
  const fields = { name, rate, active: flag(active) }
  if (id === null) return taxOf(await getTax(tx, await insertTax(tx, fields)))
  await updateTax(tx, await getTax(tx, id), fields)
  return taxOf(await getTax(tx, id))
}

export async function saveCategory({ tx }: CommandContext, { id, name }: z.output<typeof SaveCategory>) {
  const nameKey = nameKeyOf(name)
  await assertNameFree(tx, 'categories', nameKey, id, { what: 'category', name })
  if (id === null) return categoryOf(await getCategory(tx, await insertCategory(tx, { name, nameKey })))
  await updateCategory(tx, await getCategory(tx, id), { name, nameKey })
  return categoryOf(await getCategory(tx, id))
}

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

const serviceOf = ({ nameKey: _key, position: _position, ...s }: ServiceRow) => ({ ...s, active: s.active === 1, public: s.public === 1 })
const productOf = ({ nameKey: _key, ...p }: ProductRow) => ({ ...p, active: p.active === 1 })
const taxOf = (t: Row<'taxes'>) => ({ ...t, active: t.active === 1 })
const categoryOf = ({ id, name, position }: Row<'categories'>) => ({ id, name, position })
