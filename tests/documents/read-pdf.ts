// Reads a PDF back as a person or a screen reader would: its lines, its title and language, its structure.

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  /** The lines of each page, from the top; parts of a line are parted by one space. */
  pages: string[][]
  /** All lines of all pages. */
  lines: string[]
  /** All text in the order it was drawn, without spaces. */
  text: string
  title: string
  language: string
  showsTitle: boolean
  /** Roles of the structure tree in reading order, one list a page, of what has content on it: `H1`, `Table`, `TH` … */
  roles: string[][]
  /** What figures say to those who do not see them. */
  figures: string[]
}

interface Node {
  role?: string
  type?: string
  alt?: string
  children?: Node[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false })
  const pdf = await task.promise
  const pages: string[][] = []
  const roles: string[][] = []
  const figures: string[] = []
  let text = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    const parts = items.filter((item) => 'str' in item)
    pages.push(linesOf(parts))
    text += parts.map(({ str }) => str.replace(/\s/g, '')).join('')
    const nodes = flatten((await page.getStructTree()) as Node | null).filter(hasContent)
    roles.push(nodes.map((node) => node.role ?? '').filter((role) => role !== '' && role !== 'Root'))
    figures.push(...nodes.filter((node) => node.role === 'Figure').map((node) => node.alt ?? ''))
  }
  const info = (await pdf.getMetadata()).info as { Title?: string; Language?: string }
  const preferences: { DisplayDocTitle?: boolean } | null = await pdf.getViewerPreferences()
  await task.destroy()
  return {
    pages,
    lines: pages.flat(),
    text,
    title: info.Title ?? '',
    language: info.Language ?? '',
    showsTitle: preferences?.DisplayDocTitle === true,
    roles,
    figures,
  }
}

/** Items on one baseline, from left to right. */
function linesOf(items: { str: string; transform: unknown[] }[]): string[] {
  const rows = new Map<number, { x: number; text: string }[]>()
  for (const { str, transform } of items) {
    const y = Math.round(Number(transform[5]))
    const row = rows.get(y) ?? rows.get(y + 1) ?? rows.get(y - 1) ?? []
    row.push({ x: Number(transform[4]), text: str })
    if (row.length === 1) rows.set(y, row)
  }
  return [...rows]
    .sort(([a], [b]) => b - a)
    .map(([, row]) =>
      row
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}

const hasContent = (node: Node): boolean => node.type === 'content' || (node.children ?? []).some(hasContent)
const flatten = (node: Node | null): Node[] => (node ? [node, ...(node.children ?? []).flatMap(flatten)] : [])
