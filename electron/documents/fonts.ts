// The fonts of the documents, opened once a worker: Inter, and for scripts it lacks a further font that is opened at first use.
// PDFKit must get these opened fonts, never a path: opening one costs more than drawing an invoice.

import { type Font, type GlyphPosition, type GlyphRun, create } from 'fontkit'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Face {
  name: string
  /** An opened font, or the name of one of PDF's standard fonts. */
  source: () => Font | string
  has(codePoint: number): boolean
}
export interface Fonts {
  body: Face
  bold: Face
  /** Asked in order for what body and bold lack. */
  fallbacks: Face[]
}

const FALLBACKS: [file: string, scripts: RegExp][] = [
  ['noto-sans-hebrew', /\p{Script=Hebrew}/u],
  ['noto-sans-arabic', /\p{Script_Extensions=Arabic}/u],
  ['noto-sans-han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff]/u],
  ['noto-sans-hangul', /\p{Script=Hangul}/u],
]

export function openFonts(folder: string): Fonts {
  const body = open(join(folder, 'inter-regular.ttf'))
  const bold = open(join(folder, 'inter-semibold.ttf'))
  return {
    body: { name: 'body', source: () => body, has: (codePoint) => body.hasGlyphForCodePoint(codePoint) },
    bold: { name: 'bold', source: () => bold, has: (codePoint) => bold.hasGlyphForCodePoint(codePoint) },
    fallbacks: FALLBACKS.map(([name, scripts]) => {
      let font: Font | undefined
      const source = () => (font ??= open(join(folder, `${name}.ttf`)))
      return {
        name,
        source,
        has: (codePoint) => scripts.test(String.fromCodePoint(codePoint)) && source().hasGlyphForCodePoint(codePoint),
      }
    }),
  }
}

/** How many shaped words are kept for the next document. */
const KEPT_WORDS = 4000

/** Amounts, dates and times; in other words tabular figures would set hyphens apart. */
const FIGURES = /^[\p{Nd}.,:−]+ ?$/u

/** Opens a font whose layout sets amounts in tabular figures, and remembers words between documents. */
function open(path: string): Font {
  const font = create(readFileSync(path))
  tellGlyphsApart(font)
  const layout = font.layout.bind(font)
  const kept = new Map<string, GlyphRun>()
  font.layout = (text) => {
    let run = kept.get(text)
    if (run === undefined) {
      // Figures run from left to right in every script; a font's own script would turn Persian ones around.
      run = layout(text, FIGURES.test(text) ? ['tnum'] : [], undefined, undefined, /^\p{Nd}+$/u.test(text) ? 'ltr' : undefined)
      if (kept.size >= KEPT_WORDS) kept.clear()
      kept.set(text, copyOf(run))
    }
    return copyOf(run)
  }
  return font
}

/**
 * fontkit keeps one object a glyph, with the characters of its first use: a letter first met as a part of another ("A" in "Ą")
 * would have none for ever after, and be lost to whoever copies the text. Here each use has its own characters.
 */
function tellGlyphsApart(font: Font): void {
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id)
    return codePoints.length === 0 ? glyph : (Object.create(glyph, { codePoints: { value: codePoints } }) as typeof glyph)
  }
}

/** PDFKit scales a run's positions in place and then asks for its width, so each document needs its own. */
function copyOf(run: GlyphRun): GlyphRun {
  const positions: GlyphPosition[] = run.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
    xAdvance,
    yAdvance,
    xOffset,
    yOffset,
  }))
  return {
    glyphs: run.glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((width, position) => width + position.xAdvance, 0)
    },
  }
}
