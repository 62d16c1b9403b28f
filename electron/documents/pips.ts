// The pips: one sign a session, drawn as shapes that a fax machine keeps apart. ● used, ✕ forfeited, ◌ booked, ○ free, – lapsed;
// over twelve sessions a bar with the same inks. They are a figure with words for readers that do not see.

import type { SessionState } from '../../shared/domain/words.ts'
import { type Sheet, tag } from './sheet.ts'

type Pip = 'used' | 'forfeited' | 'booked' | 'free' | 'lapsed'

const PIP_OF: Record<SessionState, Pip | null> = {
  used: 'used',
  forfeited: 'forfeited',
  booked: 'booked',
  available: 'free',
  expired: 'lapsed',
  cancelled: 'lapsed',
  transferred: 'lapsed',
  withdrawn: null,
}
const WORDS: Record<Pip, string> = { used: 'used', forfeited: 'charged, not attended', booked: 'booked', free: 'left', lapsed: 'lapsed' }

const RADIUS = 4
const STEP = 11.25
const MOST = 12
const BAR = { width: STEP * MOST - 3, height: 8 }

/** What is redeemed in its order, then what is free, then what lapsed. */
export function pipsOf(states: readonly SessionState[]): Pip[] {
  const pips = states.map((state) => PIP_OF[state]).filter((pip) => pip !== null)
  const last = { free: 1, lapsed: 2 }
  return pips.sort((a, b) => (last[a as 'free'] ?? 0) - (last[b as 'free'] ?? 0))
}

export const widthOfPips = (pips: readonly Pip[]): number =>
  pips.length === 0 ? 0 : pips.length > MOST ? BAR.width : pips.length * STEP - 3

export function pipsWords(pips: readonly Pip[]): string {
  const words = (Object.keys(WORDS) as Pip[])
    .map((kind) => ({ kind, n: pips.filter((pip) => pip === kind).length }))
    .filter(({ n }) => n > 0)
  return `${pips.length} sessions: ${words.map(({ kind, n }) => `${n} ${WORDS[kind]}`).join(', ')}`
}

/** Draws the pips with their middle at `middle`. */
export function drawPips(sheet: Sheet, pips: readonly Pip[], left: number, middle: number): void {
  if (pips.length === 0) return
  tag(
    sheet,
    sheet.root,
    'Figure',
    () => {
      sheet.pdf.save().strokeColor('#000000').fillColor('#000000')
      if (pips.length > MOST) drawBar(sheet.pdf, pips, left, middle)
      else pips.forEach((pip, i) => drawPip(sheet.pdf, pip, left + i * STEP + RADIUS, middle))
      sheet.pdf.restore()
    },
    { alt: pipsWords(pips) },
  )
}

function drawPip(pdf: PDFKit.PDFDocument, pip: Pip, x: number, y: number): void {
  const arm = 2.2
  if (pip === 'used') pdf.circle(x, y, RADIUS).fill()
  else if (pip === 'free')
    pdf
      .lineWidth(0.8)
      .circle(x, y, RADIUS - 0.4)
      .stroke()
  else if (pip === 'booked') {
    pdf
      .lineWidth(0.8)
      .circle(x, y, RADIUS - 0.4)
      .stroke()
    pdf.circle(x, y, 1.4).fill()
  } else if (pip === 'forfeited') {
    pdf
      .lineWidth(0.8)
      .circle(x, y, RADIUS - 0.4)
      .stroke()
    pdf
      .lineWidth(1.3)
      .moveTo(x - arm, y - arm)
      .lineTo(x + arm, y + arm)
      .moveTo(x - arm, y + arm)
      .lineTo(x + arm, y - arm)
      .stroke()
  } else
    pdf
      .lineWidth(1.3)
      .moveTo(x - RADIUS + 1, y)
      .lineTo(x + RADIUS - 1, y)
      .stroke()
}

/** Used is black, forfeited hatched, booked black in its lower half, free white, lapsed a line. */
function drawBar(pdf: PDFKit.PDFDocument, pips: readonly Pip[], left: number, middle: number): void {
  const top = middle - BAR.height / 2
  const bottom = middle + BAR.height / 2
  const scale = BAR.width / pips.length
  let x = left
  for (const kind of Object.keys(WORDS) as Pip[]) {
    const width = pips.filter((pip) => pip === kind).length * scale
    if (kind === 'used') pdf.rect(x, top, width, BAR.height).fill()
    else if (kind === 'booked') pdf.rect(x, middle, width, BAR.height / 2).fill()
    else if (kind === 'lapsed' && width > 0)
      pdf
        .lineWidth(1.3)
        .moveTo(x, middle)
        .lineTo(x + width, middle)
        .stroke()
    else if (kind === 'forfeited' && width > 0) {
      pdf.save().rect(x, top, width, BAR.height).clip().lineWidth(0.9)
      for (let at = x - BAR.height; at < x + width; at += 2.8) pdf.moveTo(at, bottom).lineTo(at + BAR.height, top)
      pdf.stroke().restore()
    }
    x += width
    if (width > 0 && x < left + BAR.width - 0.1) pdf.lineWidth(0.6).moveTo(x, top).lineTo(x, bottom).stroke()
  }
  pdf.lineWidth(0.8).rect(left, top, BAR.width, BAR.height).stroke()
}
