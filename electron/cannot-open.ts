// Why Tenpack can't start here, in words for the person who started it. What is not known here is a bug, and thrown on.

import { isAbsolute, relative } from 'node:path'
import { OpenFailure } from '../db/open-failure.ts'

/** The process ends so when a person was told why: nobody else needs to try. */
export const TOLD_EXIT = 3

interface Places {
  data: string
  config: string
}

/** Said before anything is made. */
export function placesTrouble({ data, config }: Places): string | undefined {
  if (!isInside(config, data) && !isInside(data, config)) return undefined
  return `The keys of this computer are kept in ${config}, and a practice file never lies beside its key. Choose another folder.`
}

export function whyNotOpen(error: unknown, { data, config }: Places): string | undefined {
  if (!(error instanceof OpenFailure)) return undefined
  const place = /key/i.test(error.kind) ? `Key files are looked for in ${config}.` : ''
  return [error.message, `The practice file is kept in ${data}.`, place].filter(Boolean).join('\n')
}

function isInside(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return !way.startsWith('..') && !isAbsolute(way)
}
