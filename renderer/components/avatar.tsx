// A person's initials in a circle; a decoration beside the name, so screen readers skip it.

import styles from './avatar.module.css'

interface Props {
  name: string
  size?: number
}

export function Avatar({ name, size = 28 }: Props) {
  return (
    <span aria-hidden className={styles.avatar} style={{ width: size, height: size, fontSize: Math.max(10.5, size * 0.4) }}>
      {initialsOf(name)}
    </span>
  )
}

const TITLE = /\.$|^(?:dr|prof|mr|mrs|ms|mx)$/iu

/** First letters of the first and the last word, whole characters in any script. */
export function initialsOf(name: string): string {
  const all = name
    .trim()
    .split(/\s+/u)
    .filter((w) => /\p{L}/u.test(w))
  const untitled = all.filter((w) => !TITLE.test(w))
  const words = untitled.length > 0 ? untitled : all
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((w) => (/\p{L}/u.exec(w ?? '') ?? [''])[0].toLocaleUpperCase()).join('')
}
