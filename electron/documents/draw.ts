// Which drawing belongs to which paperwork.

import type { Paperwork } from '../host.ts'
import type { Fonts } from './fonts.ts'
import { drawInvoice } from './invoice.ts'
import { drawLetters } from './letters.ts'
import { drawRefundNote } from './refund-note.ts'
import type { Drawn } from './sheet.ts'
import { drawStatement } from './statement.ts'

export function draw(work: Paperwork, fonts: Fonts): Promise<Drawn> {
  switch (work.kind) {
    case 'invoice':
      return drawInvoice(work, fonts)
    case 'statement':
      return drawStatement(work, fonts)
    case 'refundNote':
      return drawRefundNote(work, fonts)
    case 'letters':
      return drawLetters(work, fonts)
  }
}
