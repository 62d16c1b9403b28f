// Printing and saving what was drawn for this window. The document must still be kept; where it goes is the host's business.

import { refuse } from '../../shared/errors.ts'
import type { ActionContext } from '../context.ts'
import type { NamedDocument, PaperOutcome } from '../host.ts'

interface Which {
  documentId: string
}

export async function print(context: ActionContext, which: Which) {
  const document = kept(context, which)
  return { outcome: await noted(context, document, await context.host.paper.print(document)) }
}

export async function save(context: ActionContext, which: Which) {
  const document = kept(context, which)
  return { outcome: await noted(context, document, await context.host.paper.save(document)) }
}

/** An invoice that left the practice is noted, since changing it later concerns a paper in somebody's hands. */
async function noted(context: ActionContext, { invoice }: NamedDocument, outcome: PaperOutcome): Promise<PaperOutcome> {
  if (invoice && outcome !== 'cancelled')
    await context.client.backups.recordAccess({
      key: crypto.randomUUID(),
      procedure: 'documents.print',
      clientIds: [...invoice.clientIds],
      invoiceIds: [invoice.id],
    })
  return outcome
}

const kept = ({ host, sessionId }: ActionContext, { documentId }: Which): NamedDocument => ({
  documentId,
  ...(host.documents.find(sessionId, documentId) ?? refuse('document.missing')),
})
