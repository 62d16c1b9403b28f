// What a connected language model is asked about a package, and what is taken of its answer. It is told the names of the
// package, its items and the categories, and how many: nothing of any client, no price, no text that was typed elsewhere.

import { z } from 'zod'
import { nameKeyOf } from '../shared/name-key.ts'
import type { CategoryChoice, Suggestion, SuggestedItem } from '../shared/domain/suggestions.ts'

export interface Message {
  role: 'system' | 'user'
  content: string
}

export const MOST_CHARACTERS = 500

const TASK = `You write how a package of sessions is described to the clients of a small practice.
Answer with JSON alone, in the form {"description": "…", "category": "…"}.
description: one to three plain sentences, at most ${MOST_CHARACTERS} characters, in the language of the package's name. Say what it holds. No prices, no promises about health, no markup, nothing that is not given.
category: exactly one of the given categories, or null if none fits.`

export function messagesAbout(
  name: string,
  items: readonly Omit<SuggestedItem, 'categoryIds'>[],
  categories: readonly CategoryChoice[],
): Message[] {
  const told = {
    package: name,
    items: items.map(({ names, count, isProduct }) => ({ [isProduct ? 'product' : 'sessionsOf']: names, quantity: count ?? 'unlimited' })),
    categories: categories.map((category) => category.name),
  }
  return [
    { role: 'system', content: TASK },
    { role: 'user', content: JSON.stringify(told) },
  ]
}

const Answer = z.object({ description: z.string(), category: z.string().nullish() })
const THOUGHTS = /^\s*<think>[\s\S]*?<\/think>/
const FENCE = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/

/** Null: that is no description in plain words. A category that does not exist is left out. */
export function suggestionIn(answer: string, categories: readonly CategoryChoice[]): Suggestion | null {
  const said = answer.replace(THOUGHTS, '')
  const parsed = Answer.safeParse(jsonIn(FENCE.exec(said)?.[1] ?? said))
  if (!parsed.success) return null
  const description = parsed.data.description.replace(/\s+/g, ' ').trim()
  if (description === '' || description.length > MOST_CHARACTERS || !isPlain(description)) return null
  const key = nameKeyOf((parsed.data.category ?? '').trim())
  return { description, categoryId: categories.find((category) => nameKeyOf(category.name) === key)?.id ?? null }
}

const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cs}\p{Co}\ufffd]|<\/?[a-z!]|```|\*\*|https?:/iu.test(text)

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
