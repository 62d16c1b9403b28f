// Instalments and frequency of a package in their columns, as the rules they are. Null columns: it has none.

import type { Row } from './schema.ts'

type InstalmentColumns = Pick<Row<'packages'>, 'instalmentCount' | 'instalmentEvery' | 'instalmentUnit' | 'instalmentFirstAfter'>

export const instalmentRuleOf = (p: InstalmentColumns) =>
  p.instalmentCount === null || p.instalmentEvery === null || p.instalmentUnit === null || p.instalmentFirstAfter === null
    ? null
    : { count: p.instalmentCount, every: p.instalmentEvery, unit: p.instalmentUnit, firstAfterDays: p.instalmentFirstAfter }

export const frequencyOf = (p: Pick<Row<'packages'>, 'frequencyCount' | 'frequencyUnit'>) =>
  p.frequencyCount === null || p.frequencyUnit === null ? null : { count: p.frequencyCount, unit: p.frequencyUnit }
