// Which drawing belongs to which paperwork.

import type { Paperwork } from '../host.ts'
import type { Fonts } from './fonts.ts'
import { drawInvoice } from './invoice.ts'
import type { Drawn } from './sheet.ts'
import { drawStatement } from './statement.ts'

export const draw = (work: Paperwork, fonts: Fonts): Promise<Drawn> =>
  work.kind === 'invoice' ? drawInvoice(work, fonts) : drawStatement(work, fonts)
