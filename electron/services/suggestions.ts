// Suggestions from a language model that the practice connected. Only two actions ask it, each when a person presses a button;
// names are looked up here, so that nothing but those of the package, its items and the categories gets into the question.

import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { listCategories, listProducts, listServices } from '../../db/queries/catalog.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { updatePractice } from '../../db/queries/settings.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { AskedItem, ConnectModel } from '../../shared/contract/suggestions.ts'
import type { SuggestedItem } from '../../shared/domain/suggestions.ts'
import { refuse } from '../../shared/errors.ts'
import { modelAddressOf } from '../../shared/model-address.ts'
import type { ActionContext, CommandContext, QueryContext } from '../context.ts'
import type { ModelConnection } from '../host.ts'
import { assertUnchanged, markOf } from '../marks.ts'
import { messagesAbout, suggestionIn } from '../model-talk.ts'

type Typed = Omit<z.output<typeof ConnectModel>, 'key' | 'mark'>
type Kept = Pick<Row<'practice'>, 'modelAddress' | 'modelName' | 'modelKey'>
type Asked = z.output<typeof AskedItem>

export const connection = async ({ db }: QueryContext) => shownOf(await getPractice(db))

const SALT = randomUUID() // of this run: a mark that everybody reads says nothing about the key

function shownOf({ modelAddress, modelName, modelKey }: Kept) {
  const mark = markOf({ modelAddress, modelName, modelKey, SALT })
  return { isOn: modelAddress !== '', address: modelAddress, model: modelName, hasKey: modelKey !== null, mark }
}

export async function connect(c: CommandContext, { mark, ...typed }: Typed & { mark: string }) {
  const before = await getPractice(c.tx)
  const record = { table: 'practice', id: before.id, procedures: 'suggestions.' } as const
  await assertUnchanged(c, { what: 'The connection', now: shownOf(before), mark, record })
  const { address, model, key } = connectionOf(typed, before)
  return shownOf(await updatePractice(c.tx, { modelAddress: address, modelName: model, modelKey: key }))
}

export async function disconnect({ tx }: CommandContext) {
  return shownOf(await updatePractice(tx, { modelAddress: '', modelName: '', modelKey: null }))
}

const MADE_UP: Omit<SuggestedItem, 'categoryIds'>[] = [{ names: ['Massage 60'], count: 10, isProduct: false }]

export async function tryConnection({ db, host }: ActionContext, typed: Typed) {
  const answer = await host.languageModel.ask(connectionOf(typed, await getPractice(db)), messagesAbout('Ten massages', MADE_UP, []))
  const { description } = suggestionIn(answer, []) ?? refuse('suggestion.nonsense')
  return { description }
}

export async function fromModel({ db, host }: ActionContext, { name, items }: { name: string; items: Asked[] }) {
  const { modelAddress: address, modelName: model, modelKey: key } = await getPractice(db)
  if (address === '') return refuse('suggestion.off')
  const categories = await listCategories(db)
  const answer = await host.languageModel.ask({ address, model, key }, messagesAbout(name, await namedItems(db, items), categories))
  return suggestionIn(answer, categories) ?? refuse('suggestion.nonsense')
}

async function namedItems(db: Db, items: readonly Asked[]): Promise<Omit<SuggestedItem, 'categoryIds'>[]> {
  const services = new Map((await listServices(db)).map(({ id, name }) => [id, name]))
  const products = new Map((await listProducts(db)).map(({ id, name }) => [id, name]))
  return items.map(({ serviceIds, productId, count }) => ({
    names: productId === null ? serviceIds.flatMap((id) => services.get(id) ?? []) : [products.get(productId) ?? []].flat(),
    count,
    isProduct: productId !== null,
  }))
}

/** The kept key goes to the server that it was entered for, and to no other. */
function connectionOf(
  { address: typed, model, modelKey }: Typed,
  kept: Pick<Row<'practice'>, 'modelAddress' | 'modelKey'>,
): ModelConnection {
  const address = modelAddressOf(typed) ?? refuse('call.badInput', { fields: [] })
  const isSameServer = kept.modelAddress !== '' && new URL(kept.modelAddress).origin === new URL(address).origin
  return { address, model, key: modelKey === null ? (isSameServer ? kept.modelKey : null) : modelKey || null }
}
