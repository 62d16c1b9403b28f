// What the cutters of fonts use of subset-font, which ships no types.

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'truetype' | 'woff2'
      noHinting?: boolean
      noLayoutClosure?: boolean
      keepFeatures: string[]
      preserveNameIds?: number[]
    },
  ): Promise<Buffer>
}
