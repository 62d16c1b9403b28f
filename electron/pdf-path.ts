// The path under which a PDF is saved that a person named in a dialog.

import { existsSync } from 'node:fs'
import { extname, join, parse } from 'node:path'

/** The dialog of Linux adds no ending, and asked about the name as it was typed: another file is not replaced for that. */
export function pdfPath(chosen: string): string {
  if (extname(chosen).toLowerCase() === '.pdf') return chosen
  const { dir, base } = parse(chosen)
  for (let n = 1; ; n++) {
    const path = join(dir, `${base}${n === 1 ? '' : ` ${n}`}.pdf`)
    if (!existsSync(path)) return path
  }
}
