// Services, products, categories and taxes: what packages are made of.

import { z } from 'zod'
import { command, Id, keyed, Line, Mark, Ok, Price, query, Rate, refusals, RequiredLine, saving } from './base.ts'

const ServiceFields = {
  code: Line(20),
  name: RequiredLine(80, 'Enter a name.'),
  durationMinutes: z.int().min(5, 'At least 5 minutes.').max(720),
  breakMinutes: z.int().min(0).max(240),
  priceMinor: Price,
  categoryId: Id.nullable(),
  active: z.boolean(),
  public: z.boolean(),
  taxIds: z.array(Id).max(8),
  practitionerIds: z.array(Id).max(500),
}
const ProductFields = {
  name: RequiredLine(80, 'Enter a name.'),
  priceMinor: Price,
  categoryId: Id.nullable(),
  active: z.boolean(),
  stock: z.int().min(-999_999).max(999_999),
  taxIds: z.array(Id).max(8),
}
const TaxFields = { name: RequiredLine(40, 'Enter a name.'), rate: Rate, active: z.boolean() }
const CategoryFields = { name: RequiredLine(60, 'Enter a name.') }

export const SaveService = saving(ServiceFields)
export const SaveProduct = saving(ProductFields)
export const SaveTax = saving(TaxFields)
export const SaveCategory = saving(CategoryFields)

export const Service = z.object({ id: Id, ...ServiceFields, mark: Mark })
export const Product = z.object({ id: Id, ...ProductFields, mark: Mark })
export const Tax = z.object({ id: Id, ...TaxFields, mark: Mark })
export const Category = z.object({ id: Id, ...CategoryFields, mark: Mark, position: z.int() })

const Held = { services: z.int(), products: z.int(), packages: z.int() }
const Order = z.array(Id).max(1000)
export const ReorderCategories = keyed({ seen: Order, order: Order })
export const MergeCategories = keyed({ id: Id, intoId: Id })

export const catalog = {
  listServices: query('catalog.view').output(z.array(Service)),
  saveService: command('settings.edit').errors(refusals('name.taken', 'record.changed')).input(SaveService).output(Service),
  listProducts: query('catalog.view').output(z.array(Product)),
  saveProduct: command('settings.edit').errors(refusals('name.taken', 'record.changed')).input(SaveProduct).output(Product),
  listTaxes: query('catalog.view').output(z.array(Tax)),
  saveTax: command('settings.edit').errors(refusals('record.changed')).input(SaveTax).output(Tax),
  listCategories: query('catalog.view').output(z.array(Category)),
  saveCategory: command('packages.edit').errors(refusals('name.taken', 'record.changed')).input(SaveCategory).output(Category),
  /** How much each category holds, of what is not deleted. Those that hold nothing are left out. */
  countInCategories: query('catalog.view').output(z.array(z.object({ categoryId: Id, ...Held }))),
  /** Refused when the list is no longer the one that was seen. */
  reorderCategories: command('packages.edit').errors(refusals('order.changed')).input(ReorderCategories).output(Ok),
  /** Everything in the one goes to the other, and the one is deleted. Says how much went. */
  mergeCategories: command('packages.edit')
    .errors(refusals('call.notFound', 'category.mergedIntoItself', 'category.alreadyMerged'))
    .input(MergeCategories)
    .output(z.object(Held)),
  /** What it held has no category then. Says how much that was. */
  removeCategory: command('packages.edit')
    .errors(refusals('call.notFound'))
    .input(keyed({ id: Id }))
    .output(z.object(Held)),
}
