// One document while it is drawn: the PDF, its pages, the place reached, and the root of its structure tree.
// Equal input makes equal bytes: the only date in the file is the one given.

import PDFDocument from 'pdfkit'
import { type LocalDate, midnightOf } from '../../shared/dates.ts'
import type { Paper } from '../../shared/domain/words.ts'
import type { Fonts } from './fonts.ts'

export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  /** Signs that no font has: they stand as boxes. */
  missingGlyphs: string[]
}

export interface Sheet {
  pdf: PDFKit.PDFDocument
  fonts: Fonts
  /** Names of the faces this document knows already. */
  faces: Set<string>
  /** The structure element that holds the whole document. */
  root: PDFKit.PDFStructureElement
  left: number
  right: number
  top: number
  bottom: number
  /** Where the next thing is drawn, in points from the top of the page. */
  y: number
  /** Where content began on this page: nothing above but repeated headers. */
  freshAt: number
  /** Signs that no font has and that were drawn as boxes. */
  missing: Set<string>
}

export interface Drawn {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  missingGlyphs: string[]
}

const SIDE = 45
const TOP = 42
const FOOT = 62

export function openSheet(fonts: Fonts, about: { title: string; author: string; paper: Paper; madeOn: LocalDate }): Sheet {
  const pdf = new PDFDocument({
    size: about.paper,
    margin: 0,
    font: '', // no standard font: each is named when used
    bufferPages: true, // "Page 1 of 3" is written last
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: {
      Title: about.title,
      Author: about.author,
      Creator: 'Tenpack',
      Producer: 'Tenpack',
      CreationDate: midnightOf(about.madeOn),
    },
  })
  escapeMetadata(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const { width, height } = pdf.page
  return {
    pdf,
    fonts,
    faces: new Set(),
    root,
    left: SIDE,
    right: width - SIDE,
    top: TOP,
    bottom: height - FOOT,
    y: TOP,
    freshAt: TOP,
    missing: new Set(),
  }
}

/** PDFKit writes the title into its XML as it stands; a practice may be called “A & B”. */
function escapeMetadata(pdf: PDFKit.PDFDocument): void {
  const write = pdf.endMetadata.bind(pdf)
  pdf.endMetadata = () => {
    const { Title = '', Author = '' } = pdf.info
    Object.assign(pdf.info, { Title: escapeXml(Title), Author: escapeXml(Author) })
    write()
  }
}
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A line across the page. It is no content, so readers of the structure skip it. */
export function drawRule({ pdf, left, right }: Sheet, y: number, weight: 'strong' | 'hair', from = left, to = right): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf.lineWidth(weight === 'strong' ? 0.75 : 0.5).strokeColor(weight === 'strong' ? '#000000' : '#b0b0b0')
  pdf.moveTo(from, y).lineTo(to, y).stroke()
  pdf.endMarkedContent()
}

export const tag = (
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  type: string,
  draw: () => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): void => {
  parent.add(sheet.pdf.struct(type, options, [draw]))
}
