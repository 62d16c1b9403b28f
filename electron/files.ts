// Everything a window gets by address, in every host alike: the renderer's files, and documents that were drawn.
// A document is for the window that asked for it, while somebody is signed in there and the screen is not locked.

import type { Documents, Sessions } from './host.ts'
import type { PageFiles } from './page-files.ts'
import { safeResponse, textResponse } from './security-headers.ts'

export interface FileParts {
  pages: PageFiles
  documents: Documents
  sessions: Sessions
}
export type FileHandler = (request: Request, sessionId: string) => Promise<Response>

export function makeFileHandler({ pages, documents, sessions }: FileParts): FileHandler {
  return async (request, sessionId) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return textResponse(405, 'Only reading is possible here.', { allow: 'GET, HEAD' })
    const { pathname, search, searchParams } = new URL(request.url)
    const [, documentId] = /^\/documents\/([\w-]{1,100})$/.exec(pathname) ?? []
    const response = documentId
      ? documentResponse(documentId, sessionId, searchParams.has('download'))
      : await pages.serve(pathname, search)
    return request.method === 'HEAD' ? new Response(null, response) : response
  }

  function documentResponse(documentId: string, sessionId: string, asDownload: boolean): Response {
    const mayRead = sessions.staffOf(sessionId) !== null && !sessions.isLocked(sessionId)
    const document = mayRead ? documents.find(sessionId, documentId) : null
    if (!document) return textResponse(404, 'This document is no longer kept. Make it again.')
    return safeResponse(new Uint8Array(document.bytes), 200, {
      'content-type': document.contentType,
      'content-length': String(document.bytes.length),
      'content-disposition': contentDisposition(asDownload ? 'attachment' : 'inline', document.fileName),
      'content-security-policy': `frame-ancestors 'none'`, // the browser's own PDF viewer needs the rest
    })
  }
}

/** The name for old readers in plain letters, then the true one (RFC 6266, RFC 5987). */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
