// Fetches a drawn document by its id. The bytes are kept here and never asked for again: a document is a fixed thing.

import { queryOptions, skipToken } from '@tanstack/react-query'
import { refuse } from '../../../shared/errors.ts'
import { Unreachable } from '../../api.ts'

export const documentAddress = (documentId: string): string => `/documents/${encodeURIComponent(documentId)}`

async function fetchDocument(documentId: string, signal: AbortSignal): Promise<Uint8Array> {
  const reply = await fetch(documentAddress(documentId), { signal }).catch((cause: unknown) => {
    throw signal.aborted ? cause : new Unreachable('Tenpack does not answer', { cause })
  })
  if (!reply.ok) refuse('document.missing')
  return new Uint8Array(await reply.arrayBuffer())
}

/** `static`: also a command that succeeds meanwhile must not fetch it anew. */
export const documentBytes = (documentId: string | null) =>
  queryOptions({
    queryKey: ['document', documentId],
    queryFn: documentId === null ? skipToken : ({ signal }) => fetchDocument(documentId, signal),
    staleTime: 'static',
    gcTime: 60_000,
    retry: false,
    structuralSharing: false,
  })
