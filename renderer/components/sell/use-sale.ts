// The state of one sale: the package, its discount and dates, what it would be (quote), the payment, and the selling itself.
// Enter may be pressed before the quote has come: the sale then waits for it, so nothing is sold at a figure nobody saw checked.

import { keepPreviousData, skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDebouncedValue } from '@mantine/hooks'
import { minor } from '../../../shared/money.ts'
import { api, newKey } from '../../api.ts'
import { usePayment } from '../payment/use-payment.ts'
import { usePlan } from '../plan/use-plan.ts'
import { useSchedule } from '../schedule/use-schedule.ts'
import { useVisitsNotice } from '../schedule/use-visits-notice.ts'
import { useDraft } from '../use-draft.ts'
import { showError } from '../show-error.tsx'
import { AS_USUAL, billedOf, type PayerDraft, payerIdOf, problemOfPayer } from '../payer/payer-draft.ts'
import { useOnceReady } from '../use-once-ready.ts'
import { usePractice } from '../use-practice.ts'
import { useMoney } from '../use-money.ts'
import type { ChargeDraft } from './charge-draft.ts'
import { type DiscountDraft, discountOf, NO_DISCOUNT, problemsOfDiscount } from './discount-draft.ts'
import { type FieldProblems, fieldOf, fieldOfCharge } from './sale-problems.ts'
import { choicesOf, toSchedule } from './sale-schedule.ts'
import type { PackageRow, Sold } from './sale-types.ts'
import { notifySold } from './sold-notice.tsx'
import { useAssign } from './use-assign.ts'
import { NO_TERMS, problemsOfTerms, type TermsDraft, termsOf } from './terms-draft.ts'

type When = 'now' | 'later'
/** With an invoice, or without one for now. */
export type Mode = 'sell' | 'assign'

interface Options {
  clientId: number
  /** Chosen until the person chooses. */
  first: PackageRow | null
  firstMode: Mode
  onClose: () => void
  onSold: ((sold: Sold) => void) | undefined
}

export function useSale({ clientId, first, firstMode, onClose, onSold }: Options) {
  const money = useMoney()
  const navigate = useNavigate()
  const { invoiceAlways } = usePractice()
  const [wantedMode, setMode] = useState<Mode>(firstMode)
  const mode = invoiceAlways ? 'sell' : wantedMode
  const [key] = useState(newKey)
  const [picked, setChosen] = useState<PackageRow | null | undefined>(undefined)
  const chosen = picked === undefined ? first : picked
  const [discount, setDiscount] = useState<DiscountDraft>(NO_DISCOUNT)
  const [terms, setTerms] = useState<TermsDraft>(NO_TERMS)
  const [payer, setPayer] = useState<PayerDraft>(AS_USUAL)
  const [refused, setRefused] = useState<FieldProblems>({})
  const [marked, setMarked] = useState(false)
  const done = (sold: Sold) => {
    onClose()
    onSold?.(sold)
  }
  const assigning = useAssign({
    clientId,
    chosen,
    terms,
    onRefused: (problems) => setRefused(fieldOfCharge(problems)),
    onDone: done,
  })
  const draft = useDraft({
    form: `sale ${clientId}`,
    values: { chosen, discount, terms, payer, mode: wantedMode, charge: assigning.charge },
    isDirty: chosen !== null,
    restore: (before) => {
      setChosen(before.chosen)
      setDiscount(before.discount)
      setTerms(before.terms)
      setPayer(before.payer)
      setMode(before.mode)
      assigning.setCharge(before.charge)
    },
  })
  const { plain, quote, waiting, error } = useQuote(clientId, chosen, mode === 'sell' ? discount : NO_DISCOUNT, terms)
  const plan = usePlan(quote?.plan ?? [], quote?.totalMinor ?? minor(0), quote?.currency ?? '')
  const billed = billedOf(payer, quote?.totalMinor ?? plain.data?.totalMinor ?? 0)
  const [paysNow, setPaysNow] = useState(false)
  const payment = usePayment(quote?.totalMinor ?? minor(0), plan.dueNowMinor)
  const [schedules, setSchedules] = useState(false)
  const schedule = useSchedule({ clientId, choices: choicesOf(quote, chosen, terms), enabled: schedules && quote !== undefined })
  const notifyVisits = useVisitsNotice()
  /** Nothing falls due today: a payment is only asked for when one is wanted. */
  const asksPayment = (quote?.totalMinor ?? 0) > 0 && (plan.dueNowMinor > 0 || paysNow)
  const sellIt = useMutation(api.clientPackages.sell.mutationOptions())

  const discountWrong = mode === 'sell' ? problemsOfDiscount(discount) : {}
  const { reason: endReason, ...datesWrong } = problemsOfTerms(terms)
  const problems: FieldProblems = {
    ...fieldOf(error),
    ...refused,
    ...(marked && chosen === null ? { package: 'Choose a package.' } : {}),
    ...(marked ? discountWrong : {}),
    ...(marked ? datesWrong : {}),
    ...(marked && endReason ? { endReason } : {}),
    ...(marked && plan.problem ? { plan: plan.problem } : {}),
    ...(marked && schedule.problem ? { schedule: schedule.problem } : {}),
  }

  const run = (when: When) => {
    if (!chosen || !quote || sellIt.isPending || schedule.problem !== null) return
    if (mode === 'assign') return assigning.run(toSchedule(schedule, schedules))
    if (problemOfPayer(billed)) return
    const payments = when === 'later' || !asksPayment ? [] : payment.submit()
    if (payments === null) return
    sellIt.mutate(
      {
        key,
        clientId,
        packageId: chosen.id,
        discount: discountOf(discount),
        terms: termsOf(terms),
        payments,
        plan: plan.changed,
        schedule: toSchedule(schedule, schedules),
        payerId: payerIdOf(billed),
        keepRestOnAccount: payment.value.keepRestOnAccount,
      },
      {
        onSuccess: (sold) => {
          const openInvoice = () => void navigate({ to: '/sales/$invoiceId', params: { invoiceId: String(sold.invoiceId) } })
          notifyVisits(sold.appointmentIds)
          notifySold({ name: chosen.name, money: (amount) => money(amount, quote.currency), ...sold, onOpenInvoice: openInvoice })
          done({ clientPackageId: sold.clientPackageId, invoiceId: sold.invoiceId })
        },
        onError: (failure) => {
          const atField = fieldOf(failure)
          if (Object.keys(atField).length > 0) setRefused(atField)
          else showError(failure)
        },
      },
    )
  }

  // What was asked for is done once the quote for just these choices is there; not at all when it was refused.
  const isQuoted = (!waiting && !schedule.isWaiting) || error !== null
  const { ask, asked } = useOnceReady<When>(isQuoted, (when) => {
    if (!error) run(when)
  })

  return {
    draft,
    mode,
    setMode: invoiceAlways
      ? null
      : (next: Mode) => {
          setRefused({})
          setMode(next)
        },
    assigning: {
      ...assigning,
      setCharge: (charge: ChargeDraft) => {
        setRefused({})
        assigning.setCharge(charge)
      },
    },
    marked,
    chosen,
    choose: (row: PackageRow | null) => {
      setRefused({})
      setChosen(row)
      plan.setDraft(null)
      setSchedules(false)
      if (row?.paymentStyle === 'eachAppointment') setDiscount((before) => ({ ...before, kind: 'percent' }))
    },
    discount,
    setDiscount: (draft: DiscountDraft) => {
      setRefused({})
      setDiscount(draft)
    },
    terms,
    setTerms: (draft: TermsDraft) => {
      setRefused({})
      setTerms(draft)
    },
    payer,
    setPayer,
    plain,
    quote,
    waiting,
    payment,
    schedule,
    schedules,
    setSchedules,
    plan,
    asksPayment,
    payNow: () => setPaysNow(true),
    problems,
    busy: assigning.isPending
      ? 'now'
      : sellIt.isPending
        ? sellIt.variables.payments.length === 0 && (quote?.totalMinor ?? 0) > 0
          ? 'later'
          : 'now'
        : asked,
    sell: (when: When) => {
      setMarked(true)
      setRefused({})
      if (schedule.problem !== null || (mode === 'assign' ? !assigning.isReady : plan.problem !== null || problemOfPayer(billed))) return
      if (chosen && Object.keys({ ...discountWrong, ...problemsOfTerms(terms) }).length === 0) ask(when)
    },
  }
}

/** As the package says, and with what was changed, so that a refused change leaves the rest of the form standing. */
function useQuote(clientId: number, chosen: PackageRow | null, discount: DiscountDraft, terms: TermsDraft) {
  const [settledDiscount] = useDebouncedValue(discount, 150)
  const [settledTerms] = useDebouncedValue(terms, 150)
  const less = discountOf(settledDiscount)
  const { validFrom, end } = termsOf(settledTerms)
  const isChanged = less !== null || validFrom !== null || end !== null
  const sale = chosen && { clientId, packageId: chosen.id }
  const plain = useQuery(api.clientPackages.quote.queryOptions({ input: sale ? { ...sale, discount: null } : skipToken }))
  const changed = useQuery({
    ...api.clientPackages.quote.queryOptions({
      input: sale && isChanged ? { ...sale, discount: less, terms: { validFrom, end } } : skipToken,
    }),
    placeholderData: keepPreviousData,
  })
  const last = isChanged ? changed : plain
  return {
    plain,
    quote: chosen ? ((isChanged && !changed.error ? changed.data : undefined) ?? plain.data) : undefined,
    waiting: settledDiscount !== discount || settledTerms !== terms || last.isPending || last.isPlaceholderData,
    error: plain.error ?? (isChanged ? changed.error : null),
  }
}
