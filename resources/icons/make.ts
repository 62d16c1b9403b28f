// Makes every icon of the installed app from icon.svg beside it; run by hand: `npx node resources/icons/make.ts`.
// Each picture carries the hash of its SVG, so that a test can tell icons that were not made anew.

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '../../tests/support/chromium.ts'
import { ICNS_TYPES, ICO_SIZES, makeIcns, makeIco, PNG_SIZES } from './formats.ts'
import { makePng, type Picture } from './png.ts'

const SVG = readFileSync(join(import.meta.dirname, 'icon.svg'))
const source = createHash('sha256').update(SVG).digest('hex')

async function draw(page: Page, size: number): Promise<Picture> {
  const bytes = await page.evaluate(
    async ([address, side]) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = new OffscreenCanvas(side, side)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0, side, side)
      return [...context.getImageData(0, 0, side, side).data]
    },
    [`data:image/svg+xml;base64,${SVG.toString('base64')}`, size] as const,
  )
  return { size, rgba: Uint8Array.from(bytes) }
}

const executablePath = findChromium()
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) })
const page = await browser.newPage()
const pictures = new Map<number, Picture>()
for (const size of new Set([...PNG_SIZES, ...ICO_SIZES, ...ICNS_TYPES.map(([, side]) => side)])) pictures.set(size, await draw(page, size))
await browser.close()

const at = (size: number) => pictures.get(size)!
const png = (size: number) => makePng(at(size), source)
for (const size of PNG_SIZES) writeFileSync(join(import.meta.dirname, `${size}x${size}.png`), png(size))
writeFileSync(join(import.meta.dirname, 'icon.ico'), makeIco(ICO_SIZES.map((size) => ({ picture: at(size), png: png(size) }))))
writeFileSync(join(import.meta.dirname, 'icon.icns'), makeIcns(ICNS_TYPES.map(([type, size]) => ({ type, png: png(size) }))))
