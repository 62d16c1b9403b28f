// What stands in forms that are not saved yet, for the window that typed it. Nothing of it is written anywhere.

import type { ActionContext } from '../context.ts'

const OK = { ok: true as const }

interface Place {
  tab: string
  form: string
}

export async function keep({ host, sessionId }: ActionContext, { values, ...place }: Place & { values: string }) {
  host.drafts.keep(sessionId, nameOf(place), values)
  return OK
}

export async function find({ host, sessionId }: ActionContext, place: Place) {
  return { values: host.drafts.find(sessionId, nameOf(place)) }
}

export async function drop({ host, sessionId }: ActionContext, place: Place) {
  host.drafts.drop(sessionId, nameOf(place))
  return OK
}

const nameOf = ({ tab, form }: Place): string => `${tab} ${form}`
