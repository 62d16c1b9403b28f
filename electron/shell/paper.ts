// Printing and saving documents by the means of this computer. A saved file is whole or not there.

import { extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { refuse } from '../../shared/errors.ts'
import type { NamedDocument, Paper, PaperOutcome } from '../host.ts'
import { ORIGIN } from '../ipc.ts'
import { savedPath } from '../saved-path.ts'
import { replaceDurably } from './durable-file.ts'
import { printFromView } from './print-view.ts'

interface Parts {
  /** The window that asks, if it is still there. */
  window: () => BrowserWindow | undefined
}

export interface DesktopPaper extends Paper {
  /** Ends what waits for a person, so that the app can end. */
  letGo: () => void
}

export function makePaper({ window }: Parts): DesktopPaper {
  let leaving = Promise.withResolvers<'cancelled'>()

  async function save({ fileName, bytes }: NamedDocument): Promise<PaperOutcome> {
    const parent = window()
    if (!parent) return 'cancelled'
    const ending = extname(fileName).toLowerCase()
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title: 'Save document',
      defaultPath: join(app.getPath('documents'), fileName),
      filters: [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (canceled || !filePath) return 'cancelled'
    try {
      replaceDurably(savedPath(filePath, ending), bytes)
    } catch (error) {
      refuse('document.notSaved', { why: whyNotSaved(error) })
    }
    return 'done'
  }

  async function print({ documentId, fileName }: NamedDocument): Promise<PaperOutcome> {
    const parent = window()
    if (!parent) return 'cancelled'
    await printFromView(parent, `${ORIGIN}/documents/${documentId}`, fileName)
    return 'done'
  }

  return {
    save: (document) => Promise.race([save(document), leaving.promise]),
    print,
    letGo: () => {
      leaving.resolve('cancelled')
      leaving = Promise.withResolvers()
    },
  }
}

function whyNotSaved(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full'
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EBUSY)$/.test(code)) return 'nothing can be written there'
  return `the disk answered ${code || 'with an error'}`
}
