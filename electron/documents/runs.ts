// Cuts a line into runs of one font, in the order they stand on paper. A sign that no font has becomes a box that carries
// the real text, so it never vanishes; what would only turn or hide text (controls, direction marks) is taken out before.

import bidiFactory from 'bidi-js'
import type { Face, Fonts } from './fonts.ts'

export interface Run {
  text: string
  face: Face
  /** What a box stands for. */
  missing?: string
}

const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const BOX = '□'

/** One line of clean text: no line breaks, no controls, nothing that changes direction or has no width. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu, '')
    .trim()
}

export const graphemesOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

export function runsOf(line: string, bold: boolean, fonts: Fonts): Run[] {
  const main = bold ? fonts.bold : fonts.body
  if (hasAll(main, line)) return [{ text: line, face: main }]
  const faces = [main, ...fonts.fallbacks]
  const levels = RIGHT_TO_LEFT.test(line) ? bidi.getEmbeddingLevels(line, 'ltr').levels : undefined

  const runs: (Run & { level: number })[] = []
  let at = 0
  for (const grapheme of graphemesOf(line)) {
    const level = levels?.[at] ?? 0
    at += grapheme.length
    const text = level % 2 === 1 ? (bidi.getMirroredCharacter(grapheme) ?? grapheme) : grapheme
    const face = faces.find((f) => hasAll(f, text))
    const last = runs.at(-1)
    const joins = last && last.level === level && (last.missing === undefined) === (face !== undefined) && last.face === (face ?? main)
    // From right to left a run is one word of letters: the font turns it around itself, and only its own script.
    if (joins && (level % 2 === 0 || (face !== main && face !== undefined))) {
      last.text += face ? text : BOX
      if (!face) last.missing += grapheme
    } else {
      runs.push(face ? { text, face, level } : { text: BOX, face: main, missing: grapheme, level })
    }
  }
  return levels ? inVisualOrder(runs) : runs
}

function hasAll(face: Face, text: string): boolean {
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) ?? 0
    if (!face.has(codePoint) && !shapesOnly(codePoint)) return false
  }
  return true
}

/** Joiners and variation selectors shape their neighbours; a font need not draw them. */
const shapesOnly = (codePoint: number): boolean =>
  codePoint === 0x200c || codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)

/** Turns around what runs from right to left, deepest level first (UAX #9, L2). */
function inVisualOrder<R extends { level: number }>(runs: R[]): R[] {
  const order = [...runs]
  for (let level = Math.max(...order.map((r) => r.level)); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = Math.max(from, to)
    }
  }
  return order
}
