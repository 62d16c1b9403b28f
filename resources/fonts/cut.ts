// Cuts the fonts of the documents to the scripts and features they need and writes them beside this file; run by hand:
// `npx node resources/fonts/cut.ts [FOLDER]`. FOLDER holds unpacked packages that are too large to install every day
// (`npm pack @expo-google-fonts/noto-sans-sc`); a package found nowhere keeps the font that is there.

import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

interface Cut {
  /** The package's folder under @expo-google-fonts, the file in it, and the name of the result. */
  from: string
  file: string
  to: string
  text: string
  features: string[]
}

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')

/** Every character of a legacy table of two-byte codes: the lists that say which Chinese, Japanese and Korean signs are in use. */
function table(encoding: string, rows: [number, number], cells: [number, number]): string {
  const decoder = new TextDecoder(encoding)
  let text = ''
  for (let row = rows[0]; row <= rows[1]; row++)
    for (let cell = cells[0]; cell <= cells[1]; cell++) text += decoder.decode(Uint8Array.of(row, cell))
  return text.replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, '')
}

const LATIN = range(0x20, 0x7e) + range(0xa0, 0x24f) + range(0x2b0, 0x36f) + range(0x1e00, 0x1eff)
const GREEK = range(0x370, 0x3ff) + range(0x1f00, 0x1fff)
const CYRILLIC = range(0x400, 0x52f)
// Punctuation, super- and subscripts, currencies, №, ™, fractions, arrows, mathematics, shapes, ticks.
const SIGNS = range(0x2000, 0x206f) + range(0x2070, 0x20cf) + range(0x2100, 0x22ff) + range(0x25a0, 0x25ff) + '✓✔✕✗☐☑'
const HEBREW = range(0x590, 0x5ff) + range(0xfb1d, 0xfb4f)
const ARABIC = range(0x600, 0x6ff) + range(0x750, 0x77f) + range(0x8a0, 0x8ff) + '\u200c\u200d'
const HAN =
  table('gb18030', [0xb0, 0xf7], [0xa1, 0xfe]) + // simplified: GB 2312
  table('big5', [0xa4, 0xc6], [0x40, 0xfe]) + // traditional: Big5, the frequent half
  table('shift_jis', [0x88, 0x98], [0x40, 0xfc]) // Japanese: JIS, the frequent half
const KANA = range(0x3000, 0x30ff) + '々〆ヶ・'
const HANGUL = table('euc-kr', [0xb0, 0xc8], [0xa1, 0xfe])

const INTER = { text: LATIN + GREEK + CYRILLIC + SIGNS, features: ['kern', 'tnum', 'ccmp', 'mark', 'mkmk', 'locl'] }
const POINTED = ['kern', 'ccmp', 'mark', 'mkmk', 'locl']
// Without ccmp: it takes letters apart into a body and its dots, and the dots would come out of the PDF as nonsense.
const JOINED = ['kern', 'mark', 'mkmk', 'locl', 'init', 'medi', 'fina', 'rlig', 'liga']
const CUTS: Cut[] = [
  { from: 'inter', file: '400Regular/Inter_400Regular.ttf', to: 'inter-regular.ttf', ...INTER },
  { from: 'inter', file: '600SemiBold/Inter_600SemiBold.ttf', to: 'inter-semibold.ttf', ...INTER },
  {
    from: 'noto-sans-hebrew',
    file: '400Regular/NotoSansHebrew_400Regular.ttf',
    to: 'noto-sans-hebrew.ttf',
    text: HEBREW,
    features: POINTED,
  },
  {
    from: 'noto-sans-arabic',
    file: '400Regular/NotoSansArabic_400Regular.ttf',
    to: 'noto-sans-arabic.ttf',
    text: ARABIC,
    features: JOINED,
  },
  { from: 'noto-sans-sc', file: '400Regular/NotoSansSC_400Regular.ttf', to: 'noto-sans-han.ttf', text: HAN + KANA, features: [] },
  { from: 'noto-sans-kr', file: '400Regular/NotoSansKR_400Regular.ttf', to: 'noto-sans-hangul.ttf', text: HANGUL, features: [] },
]

const here = import.meta.dirname
const folders = [process.argv[2], join(here, '../../node_modules/@expo-google-fonts')].filter((folder) => folder !== undefined)

for (const { from, file, to, text, features } of CUTS) {
  const folder = folders.map((parent) => join(parent, from)).find((path) => existsSync(join(path, file)))
  if (folder === undefined) {
    console.log(`${to}: kept, no package ${from}`)
    continue
  }
  const whole = readFileSync(join(folder, file))
  // Names 0, 13 and 14 are the copyright, the licence and its address: they stay with the font.
  const cut = await subsetFont(whole, text, {
    targetFormat: 'truetype',
    noHinting: true,
    keepFeatures: features,
    preserveNameIds: [0, 13, 14],
  })
  writeFileSync(join(here, to), cut)
  copyFileSync(join(folder, 'LICENSE_FONT'), join(here, `OFL-${to.replace(/-(regular|semibold)|\.ttf/g, '')}.txt`))
  console.log(`${to}: ${Math.round(whole.length / 1024)} -> ${Math.round(cut.length / 1024)} kB`)
}
