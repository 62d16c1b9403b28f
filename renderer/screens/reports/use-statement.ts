// What one statement is about, kept in the address, with its figures and its PDF. The figures of the whole period tell which
// packages there are to choose from; the PDF is drawn anew, a moment after the last change.

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import { earlier, type LocalDate, startOfYear } from '../../../shared/dates.ts'
import { api } from '../../api.ts'
import { useClock } from '../../components/use-clock.ts'

export type StatementFigures = InferContractRouterOutputs<Contract>['reports']['statement']
export type Period = { from: LocalDate; through: LocalDate }
export type Statement = ReturnType<typeof useStatement>

const route = getRouteApi('/clients/$clientId/statement')
const SETTLE_MS = 250

export function useStatement(clientId: number) {
  const { today } = useClock()
  const navigate = useNavigate()
  const search = route.useSearch()
  const { from = startOfYear(today), through = today, amounts: showAmounts = true, packages: ticked } = search

  const owned = useQuery(api.clientPackages.ofClient.queryOptions({ input: { clientId } }))
  const figures = useQuery({
    ...api.reports.statement.queryOptions({ input: { clientId, from, through, clientPackageIds: null, showAmounts: true } }),
    placeholderData: keepPreviousData,
  })
  const inPeriod = figures.data?.packages
  const isOfPeriod = !figures.isPlaceholderData
  const chosen = useMemo(() => inPeriod?.filter((p) => !ticked || ticked.includes(p.clientPackageId)), [inPeriod, ticked])

  const currencies = useMemo(() => [...new Set((chosen ?? []).map((p) => p.currency))].toSorted(), [chosen])
  const isMixed = showAmounts && currencies.length > 1
  const input = useMemo(
    () =>
      !isOfPeriod || !chosen || chosen.length === 0 || isMixed
        ? skipToken
        : {
            clientId,
            from,
            through,
            showAmounts,
            clientPackageIds: chosen.length === inPeriod?.length ? null : chosen.map((p) => p.clientPackageId),
          },
    [clientId, from, through, showAmounts, isOfPeriod, chosen, isMixed, inPeriod],
  )
  const [settled] = useDebouncedValue(input, SETTLE_MS, { leading: true })
  // `static`: drawn once for what it shows; forgotten when the screen is left, so that coming back draws anew.
  const drawn = useQuery({
    ...api.reports.drawStatement.queryOptions({ input: settled, staleTime: 'static', gcTime: 0, retry: false }),
    placeholderData: keepPreviousData,
  })
  const isDrawn = settled === input && drawn.isSuccess && !drawn.isPlaceholderData

  const show = (next: typeof search) =>
    void navigate({
      to: '/clients/$clientId/statement',
      params: { clientId: String(clientId) },
      search: { ...search, ...next },
      replace: true,
    })

  return {
    period: { from, through },
    /** The first day on which there was anything to state. */
    earliest: (owned.data ?? []).map((p) => p.purchasedOn).reduce(earlier, today),
    showAmounts,
    /** Of what is chosen. */
    currencies,
    /** Amounts of one currency stand on one statement, so none is drawn. */
    isMixed,
    figures,
    chosen: chosen ?? [],
    drawn,
    /** Null until the PDF of just these choices is drawn. */
    documentId: input !== skipToken && isDrawn ? drawn.data.documentId : null,
    setPeriod: (period: Period) => show(period),
    setShowAmounts: (shown: boolean) => show({ amounts: shown ? undefined : false }),
    toggle: (clientPackageId: number, isTicked: boolean) => {
      const ids = (inPeriod ?? []).map((p) => p.clientPackageId)
      const next = ids.filter((id) => (id === clientPackageId ? isTicked : chosen?.some((p) => p.clientPackageId === id)))
      show({ packages: next.length === ids.length ? undefined : next })
    },
    tickOnly: (currency: string) =>
      show({ packages: (inPeriod ?? []).filter((p) => p.currency === currency).map((p) => p.clientPackageId) }),
    tickAll: () => show({ packages: undefined }),
  }
}
