// What the address of the list of client packages holds, and the question it makes of it.

import { z } from 'zod'
import { CLIENT_PACKAGE_SORTS } from '../../../shared/contract/client-package-list.ts'
import { addDays, type LocalDate } from '../../../shared/dates.ts'
import { Id } from '../../../shared/contract/base.ts'
import { CLIENT_PACKAGE_STATES } from '../../../shared/domain/words.ts'
import { CLIENT_PACKAGE_LIST } from '../../components/client-package-list-input.ts'

/** What is absent has its default, so the plain address is the plain list. */
export const SoldSearch = z.object({
  search: z.string().max(120).optional().catch(undefined),
  states: z.array(z.enum(CLIENT_PACKAGE_STATES)).optional().catch(undefined), // all when absent
  package: Id.optional().catch(undefined),
  category: z.array(z.int().min(0)).optional().catch(undefined),
  ending: z.int().min(1).max(365).optional().catch(undefined), // within so many days
  unpaid: z.literal(true).optional().catch(undefined),
  sort: z.enum(CLIENT_PACKAGE_SORTS).optional().catch(undefined), // by client when absent
  descending: z.literal(true).optional().catch(undefined),
  page: z.int().min(1).optional().catch(undefined),
})
export type SoldSearch = z.infer<typeof SoldSearch>

export const filterOf = (by: SoldSearch, today: LocalDate): typeof CLIENT_PACKAGE_LIST => ({
  ...CLIENT_PACKAGE_LIST,
  search: by.search ?? '',
  states: by.states ?? [],
  packageId: by.package ?? null,
  categoryIds: by.category ?? [],
  endingThrough: by.ending === undefined ? null : addDays(today, by.ending),
  unpaid: by.unpaid ?? false,
  sort: by.sort ?? 'client',
  descending: by.descending ?? false,
})

/** A second click on a column turns it round; another column starts with its usual way. */
export function sortedBy(by: SoldSearch, sort: SoldSearch['sort']): Pick<SoldSearch, 'sort' | 'descending'> {
  const isOn = (by.sort ?? 'client') === sort
  return { sort: sort === 'client' ? undefined : sort, descending: isOn && !by.descending ? true : undefined }
}

export const isFiltered = ({ sort: _sort, descending: _descending, page: _page, ...filters }: SoldSearch): boolean =>
  Object.values(filters).some((value) => value !== undefined)
