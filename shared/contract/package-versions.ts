// Versions of a package: new terms for what was sold already, and bringing sold ones onto them. A version shares its name with
// the others and takes the place of the one before it; client packages keep the terms they were sold with until they are applied.

import { z } from 'zod'
import { command, Day, Id, keyed, query, refusals, RequiredLine, UtcInstant } from './base.ts'
import { Package, SavePackage } from './packages.ts'

export const PackageVersion = z.object({
  id: Id,
  version: z.int(),
  current: z.boolean(), // the one that is sold now
  createdOn: Day,
  madeAt: UtcInstant.nullable(), // null: the audit does not tell
  madeBy: z.string().nullable(),
  clientPackages: z.int(), // that are on it
  terms: Package,
})

/** One thing that applying the terms changes on a client package; words for people, and the practice's rules by their names. */
export const TermsChange = z.object({
  what: z.enum(['sessions', 'services', 'topUps', 'added', 'leftOut', 'fee', 'expiry', 'noShowRule', 'lateCancelRule']),
  label: z.string(), // the item or service it is about
  before: z.string(),
  after: z.string(),
})

const ApplyRow = z.object({
  clientPackageId: Id,
  clientId: Id,
  clientName: z.string(),
  version: z.int(), // it is on
  purchasedOn: Day,
  running: z.boolean(), // something is left on it, or booked
  changes: z.array(TermsChange), // none: only its version
  why: z.string().nullable(), // it can't be changed: "5 of Physio 45 are used or booked"
})

export const TermsPreview = z.object({ name: z.string(), version: z.int(), currency: z.string(), rows: z.array(ApplyRow) })
export const SaveVersion = SavePackage.refine((p) => p.id !== null, { path: ['id'], message: 'Choose a package.' })
export const ApplyTerms = keyed({
  id: Id,
  clientPackageIds: z.array(Id).min(1, 'Choose at least one.').max(5000, 'At most 5,000 at once.'),
  reason: RequiredLine(200, 'Enter a reason.'),
})

export const packageVersions = {
  /** All versions of a package, asked for by any of them, the newest first. */
  versions: query('packages.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(z.array(PackageVersion)),
  /** New terms for a package that was sold: sales from now on have them. */
  saveVersion: command('packages.edit')
    .errors(
      refusals(
        'call.notFound',
        'package.notSoldYet',
        'package.superseded',
        'record.changed',
        'package.locked',
        'service.notOffered',
        'product.notOffered',
        'package.dateInPast',
        'package.splitOff',
        'package.visitCurrency',
        'package.breakTooLong',
      ),
    )
    .input(SaveVersion)
    .output(Package),
  /** What the current terms would change on each client package that was sold with others. */
  previewApply: query('packages.edit', { heavy: true })
    .errors(refusals('call.notFound', 'package.superseded'))
    .input(z.strictObject({ id: Id }))
    .output(TermsPreview),
  /** All of them or none. Never changes charge, payment style and currency. */
  apply: command('packages.edit')
    .errors(refusals('call.notFound', 'package.superseded', 'package.notApplicable'))
    .input(ApplyTerms)
    .output(z.object({ changed: z.int() })),
}
