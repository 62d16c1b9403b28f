// The people of the practice. One active owner always remains, and only an owner makes or changes an owner.

import type { z } from 'zod'
import { flag } from '../../db/flag.ts'
import {
  countActiveOwners,
  getStaffMember,
  insertStaff,
  listStaff,
  type StaffMember,
  updateSecrets,
  updateStaff,
} from '../../db/queries/staff.ts'
import type { SaveStaff } from '../../shared/contract/staff.ts'
import type { Role } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { grantOf } from '../../shared/permissions.ts'
import type { ActionContext, Caller, CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged, marked } from '../marks.ts'
import { hashSecret } from '../shell/secrets.ts'

export const list = async ({ db }: QueryContext) => (await listStaff(db)).map(memberOf)

export async function save(c: CommandContext, { id, key: _key, mark, numbers, hours, ...input }: z.output<typeof SaveStaff>) {
  const { tx, staff } = c
  const fields = {
    ...input,
    active: flag(input.active),
    isPractitioner: flag(input.isPractitioner),
    allowsOverlap: flag(input.allowsOverlap),
  }
  if (input.role === 'owner') assertMayChange(staff, 'owner')
  if (id === null) return memberOf(await getStaffMember(tx, await insertStaff(tx, fields, { numbers, hours })))

  const before = await getStaffMember(tx, id)
  assertMayChange(staff, before.role)
  await assertUnchanged(c, { what: before.name, now: memberOf(before), mark, record: { table: 'staff', id, procedures: 'staff.save' } })
  const staysOwner = input.role === 'owner' && input.active
  if (before.role === 'owner' && before.active === 1 && !staysOwner && (await countActiveOwners(tx)) === 1) refuse('staff.lastOwner')
  await updateStaff(tx, before, fields, { numbers, hours })
  return memberOf(await getStaffMember(tx, id))
}

/** One's own, or those of others for whoever may change staff. Hashing takes its time, so it is done before the transaction. */
export async function setSecrets(
  { db, staff, client }: ActionContext,
  { staffId, password, pin }: { staffId: number; password: string | null; pin: string | null },
) {
  if (staffId !== staff.id) {
    if (!grantOf(staff.role, 'staff.edit')) refuse('call.forbidden')
    assertMayChange(staff, (await getStaffMember(db, staffId)).role)
  }
  const passwordHash = password === null ? null : await hashSecret(password)
  const pinHash = pin === null ? null : await hashSecret(pin)
  return client.staff.storeSecrets({ key: crypto.randomUUID(), staffId, passwordHash, pinHash })
}

export async function storeSecrets(
  { tx }: CommandContext<Caller | null>,
  { staffId, passwordHash, pinHash }: { staffId: number; passwordHash: string | null; pinHash: string | null },
) {
  if (passwordHash !== null || pinHash !== null) await updateSecrets(tx, staffId, { passwordHash, pinHash })
  return { ok: true as const }
}

function assertMayChange(by: Caller, role: Role): void {
  if (role === 'owner' && by.role !== 'owner') refuse('staff.ownersOnly')
}

function memberOf({ position: _position, passwordHash, pinHash, ...s }: StaffMember) {
  const fields = { ...s, active: s.active === 1, isPractitioner: s.isPractitioner === 1, allowsOverlap: s.allowsOverlap === 1 }
  return {
    ...marked(fields),
    hasPassword: passwordHash !== null,
    hasPin: pinHash !== null,
  }
}
