// What P16 and P17 share: the same drawing once with our embedded fonts and once in PDF's own Helvetica.
// Helvetica is never embedded and needs no shaping, but loses names outside Western Europe.

import { join } from 'node:path'
import { draw } from '../../electron/documents/draw.ts'
import { type Face, type Fonts, openFonts } from '../../electron/documents/fonts.ts'
import type { Paperwork } from '../../electron/host.ts'
import type { Measure } from './measure.ts'

const standard = (name: string, font: string): Face => ({ name, source: () => font, has: () => true })
const HELVETICA: Fonts = { body: standard('body', 'Helvetica'), bold: standard('bold', 'Helvetica-Bold'), fallbacks: [] }

/** Both sides draw the paper `times` times a round. */
export async function drawnBothWays(work: Paperwork, times: number): ReturnType<Measure['open']> {
  const ours = openFonts(join(import.meta.dirname, '../../resources/fonts'))
  const side = (fonts: Fonts) => ({
    run: async () => {
      for (let i = 0; i < times; i++) await draw(work, fonts)
    },
  })
  return { ours: side(ours), other: side(HELVETICA) }
}
