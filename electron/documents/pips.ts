// The pips: one sign a session, drawn as shapes that a fax machine keeps apart. ● used, ✕ forfeited, ◌ booked, ○ free, – lapsed;
// over twelve sessions a bar with the same inks. They are a figure with words for readers that do not see.

import type { SessionState } from '../../shared/domain/words.ts'
import { type Sheet, tag } from './sheet.ts'

type Pip = 'used' | 'forfeited' | 'booked' | 'free' | 'lapsed' | 'more'

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
const WORDS: Record<Pip, string> = {
  used: 'used',
  forfeited: 'charged, not attended',
  booked: 'booked',
  free: 'left',
  lapsed: 'lapsed',
  more: '',
}
const KINDS = Object.keys(WORDS) as Pip[]

const RADIUS = 4
const STEP = 11.25
const MOST = 12
const BAR = { width: STEP * MOST - 3, height: 8 }
/** The open end of a bar without a limit. */
const OPEN = 22

/** What is redeemed in its order, then what is free, then what lapsed; without a limit there are always more. */
export function pipsOf(states: readonly SessionState[], unlimited: boolean): Pip[] {
  const pips = states.map((state) => PIP_OF[state]).filter((pip) => pip !== null)
  const place = (pip: Pip): number => (pip === 'free' ? 1 : pip === 'lapsed' ? 2 : 0)
  return [...pips.sort((a, b) => place(a) - place(b)), ...(unlimited ? ['more' as const] : [])]
}

export const widthOfPips = (pips: readonly Pip[]): number =>
  pips.length === 0 ? 0 : pips.length > MOST ? BAR.width : pips.length * STEP - 3

export function pipsWords(pips: readonly Pip[]): string {
  const counts = KINDS.map((kind) => ({ kind, n: pips.filter((pip) => pip === kind).length })).filter(
    ({ kind, n }) => n > 0 && kind !== 'more',
  )
  const words = [...counts.map(({ kind, n }) => `${n} ${WORDS[kind]}`), ...(pips.includes('more') ? ['no limit'] : [])]
  return `Sessions: ${words.join(', ')}`
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

const ARM = 2.2

function drawPip(pdf: PDFKit.PDFDocument, pip: Pip, x: number, y: number): void {
  if (pip === 'used') return disc(pdf, x, y, RADIUS)
  if (pip === 'lapsed') return line(pdf, 1.3, [x - RADIUS + 1, y], [x + RADIUS - 1, y])
  if (pip === 'more') return [-2.8, 0, 2.8].forEach((step) => disc(pdf, x + step, y, 0.7))
  pdf.lineWidth(0.8).circle(x, y, RADIUS - 0.4)
  pdf.stroke()
  if (pip === 'booked') disc(pdf, x, y, 1.4)
  if (pip === 'forfeited') {
    line(pdf, 1.3, [x - ARM, y - ARM], [x + ARM, y + ARM])
    line(pdf, 1.3, [x - ARM, y + ARM], [x + ARM, y - ARM])
  }
}

/** Used is black, forfeited hatched, booked black in its lower half, free white, lapsed a line; without a limit the end is open. */
function drawBar(pdf: PDFKit.PDFDocument, pips: readonly Pip[], left: number, middle: number): void {
  const [top, bottom, right] = [middle - BAR.height / 2, middle + BAR.height / 2, left + BAR.width]
  const open = pips.includes('more')
  const scale = (BAR.width - (open ? OPEN : 0)) / pips.filter((pip) => pip !== 'more').length
  let x = left
  for (const kind of KINDS) {
    const width = kind === 'more' ? 0 : pips.filter((pip) => pip === kind).length * scale
    if (width === 0) continue
    if (kind === 'used') pdf.rect(x, top, width, BAR.height).fill()
    if (kind === 'booked') pdf.rect(x, middle, width, BAR.height / 2).fill()
    if (kind === 'lapsed') line(pdf, 1.3, [x, middle], [x + width, middle])
    if (kind === 'forfeited') {
      pdf.save().rect(x, top, width, BAR.height).clip()
      for (let at = x - BAR.height; at < x + width; at += 2.8) line(pdf, 0.9, [at, bottom], [at + BAR.height, top])
      pdf.restore()
    }
    x += width
    if (x < right - 0.1) line(pdf, 0.6, [x, top], [x, bottom])
  }
  for (const edge of [top, bottom]) line(pdf, 0.8, [left, edge], [right, edge])
  for (const edge of open ? [left] : [left, right]) line(pdf, 0.8, [edge, top - 0.4], [edge, bottom + 0.4])
}

function disc(pdf: PDFKit.PDFDocument, x: number, y: number, radius: number): void {
  pdf.circle(x, y, radius).fill()
}
function line(pdf: PDFKit.PDFDocument, weight: number, from: [number, number], to: [number, number]): void {
  const [x, y] = to
  pdf.lineWidth(weight).moveTo(...from)
  pdf.lineTo(x, y).stroke()
}
