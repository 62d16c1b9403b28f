// Makes the app's icons anew from icon.svg: a PNG of each size for Linux, one .ico for Windows, one .icns for macOS. Both of
// those are only wrappings around PNGs. Run by hand: `node resources/icons/make.ts`; it needs a Chromium.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '../../tests/support/chromium.ts'
import { ICNS_TYPES, icnsOf, icoOf, SIZES } from './wrap.ts'

const here = import.meta.dirname
const svg = readFileSync(join(here, 'icon.svg'), 'utf8')
const executablePath = findChromium()
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath === undefined ? {} : { executablePath }) })
const pngs = new Map<number, Buffer>()
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`)
  pngs.set(size, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()

for (const [size, png] of pngs) writeFileSync(join(here, `${size}x${size}.png`), png)
writeFileSync(join(here, 'icon.ico'), icoOf([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: pngs.get(size)! }))))
writeFileSync(join(here, 'icon.icns'), icnsOf(Object.entries(ICNS_TYPES).map(([type, size]) => ({ type, png: pngs.get(size)! }))))
