// Sessions that an insurer authorised: noted, changed and ended on the client package they are used with.

import type { z } from 'zod'
import { findAuthorisation, insertAuthorisation, updateAuthorisation } from '../../db/queries/authorisations.ts'
import { findClientPackage } from '../../db/queries/client-packages.ts'
import type { Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { Authorise, ChangeAuthorisation } from '../../shared/contract/authorisations.ts'
import { refuse } from '../../shared/errors.ts'
import type { CommandContext } from '../context.ts'
import { assertUnchanged } from '../marks.ts'
import { authorisationShown } from './client-package-people.ts'
import { type Card, getCard } from './client-package-cards.ts'

export async function authorise(c: CommandContext, { key: _key, ...row }: z.output<typeof Authorise>): Promise<Card> {
  if (!(await findClientPackage(c.tx, row.clientPackageId))) refuse('call.notFound', { what: 'package' })
  await insertAuthorisation(c.tx, { ...row, endedAt: null })
  return getCard(c.tx, c.today, row.clientPackageId)
}

export async function changeAuthorisation(c: CommandContext, { key: _key, id, mark, ...terms }: z.output<typeof ChangeAuthorisation>) {
  const before = await getAuthorisation(c.tx, id)
  const record = { table: 'authorisations', id } as const
  await assertUnchanged(c, { what: 'The authorisation', now: authorisationShown(before), mark, record })
  await updateAuthorisation(c.tx, before, terms)
  return getCard(c.tx, c.today, before.clientPackageId)
}

export async function endAuthorisation(c: CommandContext, { id }: { id: number }): Promise<Card> {
  const before = await getAuthorisation(c.tx, id)
  await updateAuthorisation(c.tx, before, { endedAt: c.instant })
  return getCard(c.tx, c.today, before.clientPackageId)
}

const getAuthorisation = async (tx: Tx, id: number): Promise<Row<'authorisations'>> =>
  (await findAuthorisation(tx, id)) ?? refuse('call.notFound', { what: 'authorisation' })
