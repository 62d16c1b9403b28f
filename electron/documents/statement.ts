// The package usage statement as a PDF. It is given words and draws them; every amount is worked out, rounded
// and written as text before it gets here (see statement-words.ts).

import type { StatementPaper } from '../host.ts'
import type { Fonts } from './fonts.ts'
import { placeColumns } from './columns.ts'
import { closeSheet } from './footer.ts'
import { drawTable, heightToBegin, turnIfFull } from './layout.ts'
import { drawFacts, drawLetterhead } from './letterhead.ts'
import { drawLines, drawParagraph, heightOfLines, linesOf } from './lines.ts'
import { drawPips, pipsOf, widthOfPips } from './pips.ts'
import { drawRule, type Drawn, openSheet, type Sheet, tag } from './sheet.ts'
import { type Block, type Section, type StatementWords, statementWords } from './statement-words.ts'
import { baselineOf, drawLine, leadingOf, STYLES, widthOf } from './text.ts'
import { drawTotals, FIRST_BASELINE, heightOfTotals } from './totals.ts'

const GAP = 9
const OVERALL = { above: 20, below: 8 }
const SIGNATURE = { above: 46, width: 200, gap: 24, height: 92 }

export async function drawStatement(work: StatementPaper, fonts: Fonts): Promise<Drawn> {
  const { statement } = work
  const words = statementWords(work)
  const sheet = openSheet(fonts, {
    title: words.fileTitle,
    author: statement.practice.name,
    paper: statement.paper,
    madeOn: statement.madeOn,
  })
  drawLetterhead(sheet, words.letterhead)
  drawFacts(sheet, words.facts)
  if (words.sections.length === 0) drawParagraph(sheet, 'P', 'No package was used in this period.', STYLES.body, 14)
  for (const [i, section] of words.sections.entries()) {
    const isLast = i === words.sections.length - 1
    drawSection(sheet, section, isLast && words.overall.length === 0 ? SIGNATURE.height : 0)
  }
  if (words.overall.length > 0) drawOverall(sheet, words)
  drawSignature(sheet, words.signature)
  return closeSheet(sheet, words.footer)
}

/** Draws one package; `keep` is what must not be parted from its totals. */
function drawSection(sheet: Sheet, section: Section, keep: number): void {
  const { blocks, totals } = section
  const end = heightOfTotals(sheet, totals) + keep
  const first = blocks[0]
  const room = first
    ? heightToBegin(sheet, placeColumns(sheet, first.columns, first.placedBy), first.rows) + (isShort(blocks) ? end : 0)
    : end + 30
  turnIfFull(sheet, room + 60)
  sheet.y += sheet.y > sheet.freshAt ? 17 : 0
  drawPackageHeading(sheet, section)
  if (!first) drawParagraph(sheet, 'P', 'No visits in this period.', STYLES.quiet, 6)
  blocks.forEach((block, i) => drawBlock(sheet, section, block, i === blocks.length - 1 ? end : 0))
  drawTotals(sheet, totals)
}

const isShort = (blocks: readonly Block[]): boolean => blocks.length === 1 && blocks[0]?.rows.length === 1

/** Name, pips and words on one line where they fit, else one below the other. */
function drawPackageHeading(sheet: Sheet, { name, states, unlimited, counts, about }: Section): void {
  const pips = pipsOf(states, unlimited)
  const width = sheet.right - sheet.left
  const lead = leadingOf(STYLES.heading)
  const lines = linesOf(sheet, [name], width, STYLES.heading)
  drawParagraph(sheet, 'H2', name, STYLES.heading, 0)

  const nameWidth = widthOf(sheet, lines.at(-1)?.text.trimEnd() ?? '', STYLES.heading)
  const beside = sheet.left + nameWidth + GAP
  const pipsFit = beside + widthOfPips(pips) <= sheet.right
  const pipsLeft = pipsFit ? beside : sheet.left
  if (!pipsFit) sheet.y += lead
  drawPips(sheet, pips, pipsLeft, sheet.y - lead / 2)

  const wordsLeft = pipsLeft + widthOfPips(pips) + GAP
  if (wordsLeft + widthOf(sheet, counts, STYLES.quiet) <= sheet.right) {
    // On the baseline of the name.
    const top = sheet.y - lead + baselineOf(STYLES.heading) - baselineOf(STYLES.quiet)
    tag(sheet, sheet.root, 'P', () => drawLine(sheet, counts, { left: wordsLeft, top }, STYLES.quiet))
  } else drawParagraph(sheet, 'P', counts, STYLES.quiet, 1)
  drawParagraph(sheet, 'P', about, STYLES.quiet, 1)
}

function drawBlock(sheet: Sheet, section: Section, block: Block, keep: number): void {
  const { heading, rows } = block
  const columns = placeColumns(sheet, block.columns, block.placedBy)
  if (heading !== null) {
    const begins = leadingOf(STYLES.strong) + 14 + heightToBegin(sheet, columns, rows)
    turnIfFull(sheet, begins + (rows.length === 1 ? keep : 0))
    const fresh = sheet.y <= sheet.freshAt
    drawParagraph(sheet, 'H3', fresh ? `${section.name}: ${heading}` : heading, STYLES.strong, fresh ? 0 : 14)
  } else sheet.y += 4
  drawTable(sheet, columns, rows, heading === null ? section.name : `${section.name}: ${heading}`, keep)
}

function drawOverall(sheet: Sheet, { overall }: StatementWords): void {
  turnIfFull(sheet, OVERALL.above + OVERALL.below + heightOfTotals(sheet, overall) + SIGNATURE.height)
  if (sheet.y > sheet.freshAt) {
    sheet.y += OVERALL.above
    drawRule(sheet, sheet.y, 'hair')
    sheet.y += OVERALL.below
  }
  tag(sheet, sheet.root, 'H2', () => drawLine(sheet, 'All packages', { left: sheet.left, top: sheet.y }, STYLES.heading))
  // The first sum stands on the line of the heading.
  sheet.y += baselineOf(STYLES.heading) - FIRST_BASELINE
  drawTotals(sheet, overall)
}

function drawSignature(sheet: Sheet, { name, certification }: StatementWords['signature']): void {
  turnIfFull(sheet, SIGNATURE.height)
  const top = sheet.y + SIGNATURE.above
  const right = sheet.left + SIGNATURE.width
  const beside = right + SIGNATURE.gap
  drawRule(sheet, top, 'strong', sheet.left, right)
  const certified = linesOf(sheet, [certification], sheet.right - beside, STYLES.quiet)
  const signed = linesOf(sheet, [name], SIGNATURE.width, STYLES.quiet).slice(0, 3)
  tag(sheet, sheet.root, 'P', () => drawLines(sheet, certified, { left: beside, top: top - 4 }))
  tag(sheet, sheet.root, 'P', () => drawLines(sheet, signed, { left: sheet.left, top: top + 3 }))
  sheet.y = top + 3 + Math.max(heightOfLines(signed), heightOfLines(certified))
}
