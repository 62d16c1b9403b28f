// Printing and saving what was drawn for this window. The document must still be kept; where it goes is the host's business.

import { refuse } from '../../shared/errors.ts'
import type { ActionContext } from '../context.ts'
import type { NamedDocument } from '../host.ts'

interface Which {
  documentId: string
}

export async function print(context: ActionContext, which: Which) {
  return { outcome: await context.host.paper.print(kept(context, which)) }
}

export async function save(context: ActionContext, which: Which) {
  return { outcome: await context.host.paper.save(kept(context, which)) }
}

const kept = ({ host, sessionId }: ActionContext, { documentId }: Which): NamedDocument => ({
  documentId,
  ...(host.documents.find(sessionId, documentId) ?? refuse('document.missing')),
})
