// The state of a schedule: what is wished for gives proposals; they are kept until the wish changes, or edited by hand. What
// each visit comes to is asked of the practice's own rules, so what is shown is what will be booked.

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { useCan } from '../use-can.ts'
import { useClock } from '../use-clock.ts'
import {
  type Choice,
  draftsOf,
  firstWish,
  isBlocking,
  isOutsideHours,
  isWishWrong,
  proposalOf,
  type VisitDraft,
  visitOf,
  type WishDraft,
  withAnother,
} from './schedule-draft.ts'

const PAUSE_MS = 250

interface Options {
  clientId: number
  choices: readonly Choice[]
  /** Folded: nothing is asked, nothing booked. */
  enabled: boolean
}

export function useSchedule({ clientId, choices, enabled }: Options) {
  const { today } = useClock()
  const mayOverride = useCan()('appointments.override') !== undefined
  const [chosenId, setChosenId] = useState<number | null>(null)
  const choice = choices.find((c) => c.id === chosenId) ?? choices[0]
  const [typedWish, setTypedWish] = useState<WishDraft | null>(null)
  const wish = typedWish ?? firstWish(choice?.left ?? null)
  const [edited, setEdited] = useState<VisitDraft[] | null>(null)
  const [outsideHours, setOutsideHours] = useState(false)
  const [endMoves, setEndMoves] = useState<{ sentence: string; isConfirmed: boolean } | null>(null)

  const wanted = proposalOf(wish)
  const wantedText = JSON.stringify(wanted)
  const [settledWish] = useDebouncedValue(wantedText, PAUSE_MS)
  const isSettled = settledWish === wantedText
  const proposed = useQuery({
    ...api.appointments.proposeVisits.queryOptions({
      input: enabled && choice && wanted && isSettled ? { clientId, basis: choice.basis, serviceId: choice.id, ...wanted } : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  const drafts = edited ?? draftsOf(proposed.data?.visits ?? [])
  const minutes = proposed.data?.minutes ?? 0
  const visits = drafts.map((d) => (choice ? visitOf(d, choice.id, minutes) : null))
  const complete = visits.filter((v) => v !== null)
  const text = JSON.stringify(complete)
  const [settledText] = useDebouncedValue(text, PAUSE_MS)
  const looked = useQuery({
    ...api.appointments.previewVisits.queryOptions({
      input:
        enabled && choice && minutes > 0
          ? { clientId, basis: choice.basis, visits: JSON.parse(settledText) as typeof complete }
          : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  const looks = text === settledText && !looked.isPlaceholderData ? (looked.data?.visits ?? []) : []
  const isWaiting = enabled && (!isSettled || proposed.isFetching || (looks.length < complete.length && !looked.error))
  const lookOf = (i: number) => {
    const visit = visits[i]
    return visit ? looks[complete.indexOf(visit)] : undefined
  }

  return {
    choices,
    choice,
    choose: (id: number) => {
      setChosenId(id)
      setTypedWish(null)
      setEdited(null)
    },
    wish: {
      ...wish,
      practitionerId: wish.practitionerId ?? proposed.data?.practitionerId ?? null,
      from: wish.from ?? proposed.data?.from ?? null,
      rhythm: wish.rhythm ?? proposed.data?.rhythm ?? null,
    },
    setWish: (part: Partial<WishDraft>) => {
      setTypedWish({ ...wish, ...part })
      setEdited(null)
    },
    drafts,
    lookOf,
    looks,
    currency: looked.data?.currency ?? '',
    isWaiting,
    error: proposed.error ?? looked.error,
    /** Fewer were found than wished for. */
    isShort: edited === null && proposed.isSuccess && !proposed.isPlaceholderData && drafts.length < (wish.visits ?? 0),
    setVisit: (id: number, part: Partial<VisitDraft>) => setEdited(drafts.map((d) => (d.id === id ? { ...d, ...part } : d))),
    remove: (id: number) => setEdited(drafts.filter((d) => d.id !== id)),
    add: () => setEdited(withAnother(drafts, today, proposed.data?.practitionerId ?? null)),
    /** Only those that the package covers. */
    leaveOutRest: () => setEdited(drafts.filter((_, i) => lookOf(i)?.onPackage)),
    asksHours: mayOverride && looks.some(isOutsideHours),
    outsideHours,
    setOutsideHours,
    problem: enabled ? problemOf() : null,
    ready: complete.map((visit, i) => ({ ...visit, onPackage: looks[i]?.onPackage === true })),
    /** That the package would then end before a visit that is booked: asked once it was refused for that. */
    endMoves,
    askEndMoves: (sentence: string) => setEndMoves({ sentence, isConfirmed: false }),
    confirmEndMoves: (isConfirmed: boolean) => setEndMoves((before) => before && { ...before, isConfirmed }),
    confirmed: { outsideHours, endMoves: endMoves?.isConfirmed === true },
  }

  function problemOf(): string | null {
    if (edited === null && isWishWrong(wish)) return 'Enter how many visits, and how often, as whole numbers.'
    if (drafts.length === 0) return isWaiting ? null : 'Add a visit, or book none now.'
    if (complete.length < drafts.length) return 'Every visit needs a day, a time and a practitioner.'
    const blocked = looks.filter((l) => isBlocking(l) || (isOutsideHours(l) && !(mayOverride && outsideHours))).length
    return blocked > 0 ? `${plural(blocked, 'visit')} can’t be booked as ${blocked === 1 ? 'it is' : 'they are'}.` : null
  }
}

export type Schedule = ReturnType<typeof useSchedule>
