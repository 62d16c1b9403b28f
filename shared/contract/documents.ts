// What is done with a document that was drawn. A host that can't do it by itself leaves it to the browser that shows the page.

import { z } from 'zod'
import { action, refusals } from './base.ts'

const DocumentId = z.strictObject({ documentId: z.string().min(1).max(100) })
const Outcome = z.object({ outcome: z.enum(['done', 'cancelled', 'browser']) })

export const documents = {
  /** Through the print dialog of this computer. */
  print: action('signedIn').errors(refusals('document.missing', 'document.notPrinted')).input(DocumentId).output(Outcome),
  /** Where the person chooses, under the name that sorts. */
  save: action('signedIn').errors(refusals('document.missing', 'document.notSaved')).input(DocumentId).output(Outcome),
}
