// The screens of the desktop app: as they were built, or while developing from Vite's server, by the same addresses.

import { type PageFiles, readPageFiles } from '../page-files.ts'

export const desktopPages = (folder: string, devServer: string | undefined): PageFiles =>
  devServer === undefined ? readPageFiles(folder) : { serve: (path, search = '') => fetch(new URL(`${path}${search}`, devServer)) }
