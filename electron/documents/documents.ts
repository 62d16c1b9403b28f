// Draws documents in one long-lived worker, started at the first, and keeps the bytes for the session that asked.

import { randomUUID } from 'node:crypto'
import { namedOn } from '../../shared/domain/invoices.ts'
import { makeAskedWorker } from '../asked-worker.ts'
import type { DocumentFile, Documents, Paperwork } from '../host.ts'
import type { Drawn } from './sheet.ts'
import type { Answer } from './work.ts'

export interface DocumentStore extends Documents {
  draw(sessionId: string, work: Paperwork, fileName: string): Promise<{ documentId: string; pages: number; missingGlyphs: string[] }>
  /** Drops what was kept for a session that signed out. */
  forget(sessionId: string): void
  close(): Promise<void>
}

interface Kept {
  sessionId: string
  file: DocumentFile
  timer: NodeJS.Timeout
}

const here = new URL(import.meta.url)
const WORKER = new URL(here.pathname.endsWith('.ts') ? './work.ts' : './work.cjs', here)

const LIMITS = { perSession: 20, keptMinutes: 60, drawingSeconds: 60 }

/** `fonts` is the folder of the cut fonts. */
export function makeDocuments({ fonts, limits = LIMITS }: { fonts: string; limits?: typeof LIMITS }): DocumentStore {
  const kept = new Map<string, Kept>() // in the order they were drawn
  const worker = makeAskedWorker<Paperwork, Answer>(WORKER, { fonts }, 'draws documents')

  async function drawn(work: Paperwork): Promise<Drawn> {
    const answer = await worker.ask(work, limits.drawingSeconds * 1000)
    if ('drawn' in answer) return answer.drawn
    throw new Error(`The document could not be drawn: ${answer.failed}`)
  }

  function keep(sessionId: string, file: DocumentFile): string {
    const documentId = randomUUID()
    const timer = setTimeout(() => drop(documentId), limits.keptMinutes * 60_000).unref()
    kept.set(documentId, { sessionId, file, timer })
    for (const old of ofSession(sessionId).slice(0, -limits.perSession)) drop(old)
    return documentId
  }

  function drop(documentId: string): void {
    clearTimeout(kept.get(documentId)?.timer)
    kept.delete(documentId)
  }
  const ofSession = (sessionId: string): string[] => [...kept].filter(([, document]) => document.sessionId === sessionId).map(([id]) => id)

  return {
    async draw(sessionId, work, fileName) {
      const { bytes, pages, missingGlyphs } = await drawn(work)
      const about = work.kind === 'invoice' ? { invoice: { id: work.invoice.id, clientIds: namedOn(work.invoice) } } : {}
      return { documentId: keep(sessionId, { fileName, contentType: 'application/pdf', bytes, ...about }), pages, missingGlyphs }
    },
    keep,
    find(sessionId, documentId) {
      const document = kept.get(documentId)
      return document?.sessionId === sessionId ? document.file : null
    },
    forget(sessionId) {
      for (const id of ofSession(sessionId)) drop(id)
    },
    async close() {
      for (const id of kept.keys()) drop(id)
      await worker.close()
    },
  }
}
