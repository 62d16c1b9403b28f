// Prints through the real worker and reads the result back.

import { join } from 'node:path'
import { makeDocuments } from '../../electron/documents/documents.ts'
import type { Paperwork } from '../../electron/host.ts'
import { type ReadPdf, readPdf } from './read-pdf.ts'

export const FONTS = join(import.meta.dirname, '../../resources/fonts')
export const documents = makeDocuments({ fonts: FONTS })

export async function printBytes(work: Paperwork): Promise<{ bytes: Uint8Array; missingGlyphs: string[] }> {
  const { documentId, missingGlyphs } = await documents.draw('desk', work, 'paper.pdf')
  const document = documents.find('desk', documentId)
  if (!document) throw new Error('The document was not kept')
  return { bytes: document.bytes, missingGlyphs }
}

export async function print(work: Paperwork): Promise<ReadPdf & { missingGlyphs: string[] }> {
  const { bytes, missingGlyphs } = await printBytes(work)
  return { ...(await readPdf(bytes)), missingGlyphs }
}
