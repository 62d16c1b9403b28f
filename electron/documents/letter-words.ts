// The words of a letter about a package that runs low: how many sessions are left, until when, and how to reach the practice.

import type { LettersPaper } from '../host.ts'
import { formatLongDate, plural } from '../../shared/format.ts'
import { addressLines, type Letterhead } from './letterhead.ts'

export interface LetterWords {
  letterhead: Letterhead
  address: string[]
  greeting: string
  paragraphs: string[]
  closing: string
}

export const letterWords = (work: LettersPaper): LetterWords[] => work.letters.map((letter) => wordsOf(work, letter))

function wordsOf({ practice, madeOn }: LettersPaper, letter: LettersPaper['letters'][number]): LetterWords {
  return {
    letterhead: {
      practice: practice.name,
      lines: [...addressLines(practice.address), [practice.phone, practice.email].filter(Boolean).join(' · ')].filter(Boolean),
      aside: [formatLongDate(madeOn)],
      title: letter.packageName,
    },
    address: [letter.name, ...addressLines(letter.address)],
    greeting: `Dear ${letter.name},`,
    paragraphs: [leftWords(letter), bookWords(practice)],
    closing: practice.name,
  }
}

function leftWords({ packageName, remaining, end }: LettersPaper['letters'][number]): string {
  const until = end === null ? '' : ` It is valid until ${formatLongDate(end)}.`
  if (remaining === null) return `Your package “${packageName}” is ending soon.${until}`
  if (remaining === 0) return `All sessions of your package “${packageName}” are used or booked.`
  const [verb, them] = remaining === 1 ? ['is', 'it'] : ['are', 'them']
  const use = end === null ? '' : ` Please use ${them} before then, as what is left ends on that day.`
  return `There ${verb} ${plural(remaining, 'session')} left on your package “${packageName}”.${until}${use}`
}

function bookWords({ phone, email }: LettersPaper['practice']): string {
  const ways = [phone && `call us on ${phone}`, email && `write to ${email}`].filter(Boolean)
  return ways.length === 0
    ? 'To book your next visit, or to continue with another package, please speak to us at the front desk.'
    : `To book your next visit, or to continue with another package, please ${ways.join(' or ')}.`
}
