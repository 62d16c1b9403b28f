// Anna Lee's story, the same in every sample: Relax 10 half used with one forfeited, and a bundle that ends in nine days.

import { addDays, addTo, atTime, type LocalDate, type LocalDateTime, localTime, weekdayOf } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import type { SampleDesk } from './desk.ts'
import { newKey, type Offer } from './offer.ts'

interface PlannedVisit {
  service: string
  practitioner: string
  fate: 'complete' | 'late'
}
interface Plan {
  sales: Map<LocalDate, { name: string; discount: number; belt: boolean }>
  visits: Map<LocalDate, PlannedVisit>
}

export function annasPlan(today: LocalDate): Plan {
  const on = (offset: number) => workday(addDays(today, offset))
  const physio = (offset: number, fate: 'complete' | 'late' = 'complete') =>
    [on(offset), { service: 'Physio 45', practitioner: 'Physiotherapy', fate }] as const
  const pelvic = (offset: number) =>
    [on(offset), { service: 'Pelvic physio 60', practitioner: 'Physiotherapy', fate: 'complete' as const }] as const
  return {
    sales: new Map([
      [addTo(addDays(today, 9), -6, 'months'), { name: 'New-mother bundle', discount: 0, belt: true }],
      [on(-112), { name: 'Relax 10', discount: 5_000, belt: false }],
    ]),
    visits: new Map<LocalDate, PlannedVisit>([
      pelvic(-161),
      pelvic(-147),
      pelvic(-133),
      [on(-126), { service: 'Massage 30', practitioner: 'Massage', fate: 'complete' as const }],
      physio(-105),
      physio(-98),
      physio(-84),
      physio(-63),
      physio(-35, 'late'),
      physio(-14),
      physio(0),
    ]),
  }
}

/** The day itself, or the Friday before a weekend. */
const workday = (day: LocalDate): LocalDate => addDays(day, -Math.max(0, weekdayOf(day) - 5))

export async function sellToAnna(
  { call }: SampleDesk,
  offer: Offer,
  annaId: number,
  sale: { name: string; discount: number; belt: boolean },
): Promise<void> {
  const what = {
    clientId: annaId,
    packageId: offer.packages[sale.name]!,
    discount: sale.discount > 0 ? { kind: 'amount' as const, amountMinor: minor(sale.discount), reason: 'Welcome back' } : null,
  }
  const { totalMinor } = await call.clientPackages.quote(what)
  const { clientPackageId } = await call.clientPackages.sell({
    key: newKey(),
    ...what,
    payments: [{ method: 'card', amountMinor: totalMinor, tenderedMinor: null }],
    keepRestOnAccount: false,
  })
  if (!sale.belt) return
  const belt = (await call.clientPackages.get({ id: clientPackageId })).items.find((i) => i.isProduct)
  if (belt) await call.clientPackages.handOver({ key: newKey(), clientPackageItemId: belt.id })
}

/** When the practitioner's day starts, on the quarter. */
export const annasTime = (day: LocalDate, opens: string): LocalDateTime => atTime(day, localTime(opens))
