// The values of the form that books or edits an appointment, and what follows from them. Pure.

import type { z } from 'zod'
import type { clientPackages, PackageOption } from '../../../shared/contract/client-packages.ts'
import { addMinutes, atTime, isLocalDate, isLocalTime, type LocalDateTime, minutesOfDay, timeOf } from '../../../shared/dates.ts'
import type { PackageChoice } from '../../../shared/domain/words.ts'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { FoundClient } from '../../components/client-picker.tsx'

export type Option = z.output<typeof PackageOption>
export type Available = InferContractRouterOutputs<typeof clientPackages>['available']

export interface BookingValues {
  /** Of the appointment that is edited. */
  mark?: string | undefined
  client: Pick<FoundClient, 'id' | 'givenName' | 'familyName'> | null
  serviceId: number | null
  practitionerId: number | null
  day: string | null
  from: string
  to: string
  /** The package's item; null for the regular fee; undefined until somebody chose. */
  item: number | null | undefined
  note: string
}

/** The slot being booked, as the grid shows it. */
export interface BookingGhost {
  practitionerId: number
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  title: string
  subtitle: string
}

export interface OfferedService {
  id: number
  name: string
  durationMinutes: number
  active: boolean
  practitionerIds: readonly number[]
}

/** Services that a practitioner gives; without anyone named, everyone gives it. */
export const isGiven = (service: OfferedService, practitionerId: number | null): boolean =>
  practitionerId === null || service.practitionerIds.length === 0 || service.practitionerIds.includes(practitionerId)

/** Where one person alone gives appointments, that one need not be chosen. */
export function onlyPractitioner(staff: readonly { id: number; isPractitioner: boolean; active: boolean }[]): number | null {
  const [first, ...others] = staff.filter((s) => s.isPractitioner && s.active)
  return first && others.length === 0 ? first.id : null
}

/** What to prefill: the service used last, if it can be given here; else the only one there is. */
export function serviceFor(
  lastServiceId: number | null,
  practitionerId: number | null,
  services: readonly OfferedService[],
): number | null {
  const given = services.filter((s) => s.active && isGiven(s, practitionerId))
  const last = given.find((s) => s.id === lastServiceId)
  return last?.id ?? (given.length === 1 ? given[0]!.id : null)
}

export function slotOfValues({
  day,
  from,
  to,
}: Pick<BookingValues, 'day' | 'from' | 'to'>): { startsAt: LocalDateTime; endsAt: LocalDateTime } | null {
  if (day === null || !isLocalDate(day) || !isLocalTime(from) || !isLocalTime(to) || to <= from) return null
  return { startsAt: atTime(day, from), endsAt: atTime(day, to) }
}

/** The end after so many minutes, or the last minute of the day. */
export function endAfter(from: string, minutes: number): string {
  if (!isLocalTime(from)) return ''
  const end = minutesOfDay(from) + minutes
  return end >= 24 * 60 ? '23:59' : timeOf(addMinutes(`2000-01-01T${from}` as LocalDateTime, minutes))
}

export const lengthOf = ({ from, to }: Pick<BookingValues, 'from' | 'to'>): number | null =>
  isLocalTime(from) && isLocalTime(to) && to > from ? minutesOfDay(to) - minutesOfDay(from) : null

export const mayChoose = (option: Option): boolean => option.why === null

/**
 * Which way of paying holds now: what the person chose while it can be chosen, else what the practice preselects.
 * Undefined: somebody must choose first.
 */
export function chosenItem(
  item: BookingValues['item'],
  available: Available | undefined,
  choice: PackageChoice,
): number | null | undefined {
  if (!available) return undefined
  if (item === null) return null
  if (available.options.some((o) => o.clientPackageItemId === item && mayChoose(o))) return item
  return available.preselected ?? (choice === 'ask' && available.options.some(mayChoose) ? undefined : null)
}

/** `Shared by Leo · Anna may use 1 more`, of a package that is somebody else's. */
export const sharedWords = ({ sharedBy, mayUse }: Option, client: string): string =>
  [`Shared by ${sharedBy ?? ''}`, mayUse === null ? '' : `${client} may use ${mayUse === 0 ? 'no' : mayUse} more`]
    .filter(Boolean)
    .join(' · ')

const MOST_UNFIT = 2

/**
 * The packages worth showing: those that fit, then those that don't with why. Of a package with several items only the
 * ones for this service count, if there are any. Used-up ones matter only where nothing fits, and of many that don't fit
 * only the first two, unless asked for.
 */
export function shownOptions(options: readonly Option[], all: boolean): { shown: Option[]; hidden: number } {
  const covering = new Set(options.filter((o) => o.covers).map((o) => o.clientPackageId))
  const unfit = options.filter((o) => !mayChoose(o) && (o.covers || !covering.has(o.clientPackageId)))
  const fits = options.some(mayChoose)
  const telling = unfit.filter((o) => !fits || o.remaining !== 0)
  const kept = all ? unfit : telling.slice(0, MOST_UNFIT)
  return { shown: [...options.filter(mayChoose), ...kept], hidden: unfit.length - kept.length }
}

/** Said when the client has packages but none that can pay for this visit. */
export function hintFor(options: readonly Option[], client: string, service: string): string | null {
  if (options.length === 0 || options.some(mayChoose)) return null
  const namesOf = (of: readonly Option[]) => [...new Set(of.map((o) => o.name))].join(' and ')
  const covering = options.filter((o) => o.covers)
  if (covering.length === 0) return `${client} has ${namesOf(options)}, but not for ${service || 'this service'}.`
  const later = covering.filter((o) => o.remaining !== 0)
  const capped = later.filter((o) => o.sharedBy !== null && o.mayUse === 0)
  if (later.length > 0 && capped.length === later.length) return `${client} may use no more of ${namesOf(capped)}.`
  return later.length === 0
    ? `${client} has no sessions left on ${namesOf(covering)}.`
    : `${client} has ${namesOf(later)}, but it can’t be used on that day.`
}

/** What this visit will ask for, or null while that is open. */
export function feeOf(chosen: number | null | undefined, available: Available | undefined): number | null {
  if (!available || chosen === undefined) return null
  return chosen === null ? available.regularFeeMinor : (available.options.find((o) => o.clientPackageItemId === chosen)?.feeMinor ?? null)
}

type Problems = Partial<Record<keyof BookingValues, string>>

export function problemsOf(values: BookingValues, clientWord: string): Problems {
  const problems: Problems = {}
  if (!values.client) problems.client = `Choose a ${clientWord}.`
  if (values.serviceId === null) problems.serviceId = 'Choose a service.'
  if (values.practitionerId === null) problems.practitionerId = 'Choose a practitioner.'
  if (values.day === null || !isLocalDate(values.day)) problems.day = 'Enter a date.'
  if (!isLocalTime(values.from)) problems.from = 'Enter when it starts.'
  else if (!isLocalTime(values.to)) problems.from = 'Enter when it ends.'
  else if (values.to <= values.from) problems.from = 'The end must be after the start.'
  return problems
}
