// The desktop app's own addresses: app://tenpack/ is served by the same handler as the web host's pages. Never file://,
// so a page can reach no file, and 'self' in the content security policy means ours alone.

import { protocol } from 'electron'
import type { FileHandler } from '../files.ts'
import { isOurPage, SCHEME } from '../ipc.ts'
import { textResponse } from '../security-headers.ts'

/** Must run before Electron is ready. Nothing beyond what a page of the web may: no way around the policy, no service worker. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

interface Parts {
  files: FileHandler
  /** That of the window; undefined while there is none. */
  sessionId: () => string | undefined
  onBug: (error: unknown) => void
}

export function serveScheme({ files, sessionId, onBug }: Parts): void {
  protocol.handle(SCHEME, async (request) => {
    const id = sessionId()
    if (id === undefined || !isOurPage(request.url)) return textResponse(404, 'There is nothing at this address.')
    try {
      return await files(request, id)
    } catch (error) {
      onBug(error)
      return textResponse(500, 'A fault in Tenpack.')
    }
  })
}
