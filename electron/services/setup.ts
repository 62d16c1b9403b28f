// The first start. The secrets are hashed before the transaction, and everything a practice starts with is
// stored in that one: there is never half a practice.

import type { InferSchemaOutput } from '@orpc/contract'
import type { z } from 'zod'
import { flag } from '../../db/flag.ts'
import { insertService, insertTax } from '../../db/queries/catalog.ts'
import { findPractice } from '../../db/queries/practice.ts'
import { insertPractice } from '../../db/queries/settings.ts'
import { insertStaff } from '../../db/queries/staff.ts'
import type { Tx } from '../../db/handles.ts'
import { PRESETS, priceIn, WORKING_HOURS } from '../../resources/presets.ts'
import type { CreatePractice, setup } from '../../shared/contract/setup.ts'
import { refuse } from '../../shared/errors.ts'
import { nameKeyOf } from '../../shared/name-key.ts'
import type { ActionContext, Caller, CommandContext, QueryContext } from '../context.ts'
import { hashSecret } from '../shell/secrets.ts'

type CreatePractice = z.output<typeof CreatePractice>
type StorePractice = InferSchemaOutput<NonNullable<(typeof setup.store)['~orpc']['inputSchema']>>

export async function state({ db }: QueryContext<Caller | null>) {
  const practice = await findPractice(db)
  return { hasPractice: practice !== undefined, practiceName: practice?.name ?? null, isSample: practice?.isSample === 1 }
}

export async function create(
  { db, client, host, sessionId, today }: ActionContext<Caller | null>,
  { password, pin, ...first }: CreatePractice,
) {
  if ((await findPractice(db)) || host.sample.progress().state === 'working') refuse('data.hasPractice')
  const [passwordHash, pinHash] = await Promise.all([hashSecret(password), hashSecret(pin)])
  const { staffId } = await client.setup.store({ key: crypto.randomUUID(), ...first, passwordHash, pinHash, isSample: false })
  host.sessions.gavePassword(staffId, today)
  host.sessions.signIn(sessionId, staffId)
  return { ok: true as const }
}

export async function store(
  { tx }: CommandContext<Caller | null>,
  { practice, tax, trade, owner, passwordHash, pinHash, isSample }: StorePractice,
) {
  if (await findPractice(tx)) refuse('data.hasPractice')
  await insertPractice(tx, { ...practice, pricesIncludeTax: flag(practice.pricesIncludeTax), isSample: flag(isSample), openedOn: null })
  const staffId = await insertStaff(
    tx,
    ownerFields(owner),
    { numbers: [], hours: owner.isPractitioner ? WORKING_HOURS : [] },
    { passwordHash, pinHash },
  )
  const taxIds = tax ? [await insertTax(tx, { name: tax.name, rate: tax.rate, active: 1 })] : []
  // The sample practice brings services of its own.
  if (!isSample) await insertPresets(tx, trade, practice.currency, { taxIds, practitionerIds: owner.isPractitioner ? [staffId] : [] })
  return { staffId }
}

export async function startSample({ db, host }: ActionContext<Caller | null>) {
  if (await findPractice(db)) refuse('data.hasPractice')
  host.sample.start()
  return { ok: true as const }
}

export const sampleProgress = async ({ host }: QueryContext<Caller | null>) => host.sample.progress()

async function insertPresets(
  tx: Tx,
  trade: StorePractice['trade'],
  currency: string,
  links: { taxIds: number[]; practitionerIds: number[] },
) {
  for (const { code, name, durationMinutes, breakMinutes, price } of PRESETS[trade]) {
    const terms = { durationMinutes, breakMinutes, priceMinor: priceIn(price, currency) }
    await insertService(tx, { code, name, nameKey: nameKeyOf(name), ...terms, categoryId: null, active: 1, public: 1 }, links)
  }
}

const ownerFields = ({ name, isPractitioner }: StorePractice['owner']) =>
  ({ name, role: 'owner', active: 1, isPractitioner: flag(isPractitioner), specialty: '', allowsOverlap: 0 }) as const
