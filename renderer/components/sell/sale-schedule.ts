// Which sessions of a package about to be sold can be scheduled, and the schedule as the sale takes it.

import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import type { Choice } from '../schedule/schedule-draft.ts'
import type { Schedule } from '../schedule/use-schedule.ts'
import type { PackageRow, Quote } from './sale-types.ts'
import { type TermsDraft, termsOf } from './terms-draft.ts'

export type ToBook = NonNullable<InferContractRouterInputs<Contract>['clientPackages']['sell']['schedule']>

/** One for each service of each item; none of a product. */
export function choicesOf(quote: Quote | undefined, chosen: PackageRow | null, terms: TermsDraft): Choice[] {
  if (!quote || !chosen) return []
  return quote.items.flatMap(({ position, services, quantity }) =>
    services.map(({ id, name }) => ({
      id,
      name,
      basis: { kind: 'offered', packageId: chosen.id, position, terms: termsOf(terms) },
      left: quantity,
    })),
  )
}

export function toSchedule({ choice, ready, confirmed }: Schedule, isWanted: boolean): ToBook | null {
  if (!isWanted || choice?.basis.kind !== 'offered' || ready.length === 0) return null
  return { position: choice.basis.position, visits: ready, confirmed }
}
