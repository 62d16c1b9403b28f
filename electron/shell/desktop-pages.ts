// The screens of the desktop app: as they were built, or while developing from Vite's server, by the same addresses.

import { app } from 'electron'
import { type PageFiles, readPageFiles } from '../page-files.ts'

/** Where Vite serves the screens while developing; never in a packaged app. */
export const devServer = (): string | undefined => (app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])

export const desktopPages = (folder: string, from: string | undefined): PageFiles =>
  from === undefined ? readPageFiles(folder) : { serve: (path, search = '') => fetch(new URL(`${path}${search}`, from)) }
