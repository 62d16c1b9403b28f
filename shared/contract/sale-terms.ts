// From when and until when a package that is sold or assigned is valid, where it is not as the package says.

import { z } from 'zod'
import { Day, Line, RequiredLine } from './base.ts'

const termsWith = (reason: z.ZodType<string>) =>
  z.strictObject({ validFrom: Day.nullable(), end: z.strictObject({ day: Day, reason }).nullable() })

/** Another end needs a reason. */
export const SaleTerms = termsWith(RequiredLine(200, 'Enter a reason.'))
/** While it is typed, the reason may still be missing. */
export const QuotedTerms = termsWith(Line(200))

export const AS_THE_PACKAGE_SAYS = { validFrom: null, end: null }
