// The practice's own settings. Country, currency and whether prices include tax stay as they were set up.

import type { z } from 'zod'
import { flag } from '../../db/flag.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { updatePractice } from '../../db/queries/settings.ts'
import type { Row } from '../../db/schema.ts'
import type { UpdatePractice } from '../../shared/contract/settings.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged, marked } from '../marks.ts'

export const get = async ({ db }: QueryContext) => settingsOf(await getPractice(db))

export async function update(c: CommandContext, { key: _key, mark, ...changes }: z.output<typeof UpdatePractice>) {
  const before = await getPractice(c.tx)
  const record = { table: 'practice', id: before.id, procedures: 'settings.' } as const
  await assertUnchanged(c, { what: before.name, now: settingsOf(before), mark, record })
  const flags = { mayReactivate: flag(changes.mayReactivate), invoiceAlways: flag(changes.invoiceAlways) }
  return settingsOf(await updatePractice(c.tx, { ...changes, ...flags }))
}

const settingsOf = ({
  id: _id,
  openedOn: _openedOn,
  firstInvoiceNumber: _first,
  pricesIncludeTax,
  isSample,
  mayReactivate,
  invoiceAlways,
  checkForUpdates: _checkForUpdates,
  modelAddress: _modelAddress,
  modelName: _modelName,
  modelKey: _modelKey,
  ...rest
}: Row<'practice'>) =>
  marked({
    ...rest,
    pricesIncludeTax: pricesIncludeTax === 1,
    isSample: isSample === 1,
    mayReactivate: mayReactivate === 1,
    invoiceAlways: invoiceAlways === 1,
  })
