// Cuts the hyphen out of Inter without its tabular form, which is as wide as a digit and tears "no-show" apart while figures
// are tabular everywhere. Writes renderer/theme/inter-hyphen.woff2; run by hand: `npx node resources/fonts/cut-hyphen.ts`.

import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const inter = new URL('../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url)
const hyphen = await subsetFont(readFileSync(inter), '-', { targetFormat: 'woff2', noLayoutClosure: true, keepFeatures: ['kern'] })
writeFileSync(new URL('../../renderer/theme/inter-hyphen.woff2', import.meta.url), hyphen)
