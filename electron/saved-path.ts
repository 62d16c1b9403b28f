// The path under which a document is saved that a person named in a dialog.

import { existsSync } from 'node:fs'
import { extname, join, parse } from 'node:path'

/** With the document's own ending (`.pdf`). The dialog of Linux adds none, and asked about the name as it was typed: another file is not replaced for that. */
export function savedPath(chosen: string, ending: string): string {
  if (extname(chosen).toLowerCase() === ending) return chosen
  const { dir, base } = parse(chosen)
  for (let n = 1; ; n++) {
    const path = join(dir, `${base}${n === 1 ? '' : ` ${n}`}${ending}`)
    if (!existsSync(path)) return path
  }
}
