// What cut.ts uses of subset-font, which ships no types.

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype'; noHinting: boolean; keepFeatures: string[]; preserveNameIds: number[] },
  ): Promise<Buffer>
}
