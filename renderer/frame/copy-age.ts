// How the copies stand, in words: "Copied 12 min ago". An alarm comes from the app, after three days without a copy.

interface Status {
  newest: { fileName: string } | null
  ageMinutes: number | null
  alarm: boolean
}

type Tone = 'good' | 'warn' | 'bad'

export function ageWords(minutes: number): string {
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`
  return `${Math.floor(minutes / (24 * 60))} days ago`
}

export function copyWords({ ageMinutes }: Status): string {
  return ageMinutes === null ? 'No copy yet' : `Copied ${ageWords(ageMinutes)}`
}

export function copyTone({ newest, alarm }: Status): Tone {
  return alarm ? 'bad' : newest ? 'good' : 'warn'
}

export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1000
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`
}
