// New terms for a package that was sold: a version of its own with the same name and place. The one before stays as it was.

import type { z } from 'zod'
import { getPackage, insertVersion, wasSold } from '../../db/queries/packages.ts'
import { listMakers, listVersions, supersede } from '../../db/queries/package-versions.ts'
import type { SaveVersion } from '../../shared/contract/package-versions.ts'
import { refuse } from '../../shared/errors.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { checkedFields, getUnchanged, packageOf } from './packages.ts'

export async function versions({ db }: QueryContext, { id }: { id: number }) {
  const rows = await listVersions(db, await getPackage(db, id))
  const makers = await listMakers(
    db,
    rows.map((v) => v.id),
  )
  const found = []
  for (const { supersededAt, clientPackages, ...v } of rows)
    found.push({
      ...v,
      current: supersededAt === null,
      clientPackages: clientPackages ?? 0,
      madeAt: makers.get(v.id)?.at ?? null,
      madeBy: makers.get(v.id)?.name ?? null,
      terms: await packageOf(db, await getPackage(db, v.id)),
    })
  return found
}

export async function saveVersion(c: CommandContext, input: z.output<typeof SaveVersion>) {
  const { tx, today, instant } = c
  const before = await getUnchanged(c, input.id ?? 0, input)
  if (!(await wasSold(tx, before.id))) refuse('package.notSoldYet', { package: before.name })
  if (input.name !== before.name) refuse('package.locked', { fields: 'name' })
  const { fields, parts } = await checkedFields(tx, before, input, today)
  await supersede(tx, before, instant)
  return packageOf(tx, await getPackage(tx, await insertVersion(tx, before, { ...fields, createdOn: today }, parts)))
}
