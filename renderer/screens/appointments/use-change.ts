// Changes when, with whom and how long an appointment is. What the practice's rules only warn of is asked and sent again;
// where its package would no longer hold, the regular fee is offered.

import { useMutation } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import type { LocalDateTime } from '../../../shared/dates.ts'
import { api, client, newKey } from '../../api.ts'
import { confirmDialog } from '../../components/confirm-dialog.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import { useCan, usePerson } from '../../components/use-can.ts'
import { refusalOf } from '../../errors.ts'
import { changedWords } from './calendar-words.ts'

type Changed = InferContractRouterOutputs<Contract>['appointments']['edit']
type Confirmed = { outsideHours: boolean; endMoves: boolean }

export interface Slot {
  practitionerId: number
  startsAt: LocalDateTime
  endsAt: LocalDateTime
}

const ask = (title: string, sentence: string, confirm: string): Promise<boolean> =>
  new Promise((answer) =>
    confirmDialog({ title, children: sentence, confirm, onConfirm: () => answer(true), onCancel: () => answer(false) }),
  )

/** Packages that can't be used at the new time: the visit can still be moved, for its fee. */
const LETS_GO = [
  'clientPackage.notValidOn',
  'clientPackage.noneLeft',
  'clientPackage.unpaid',
  'clientPackage.notCovered',
  'clientPackage.notTheirs',
  'clientPackage.capReached',
] as const

const slotOf = ({ practitionerId, startsAt, endsAt }: Slot): Slot => ({ practitionerId, startsAt, endsAt })

export function useChange() {
  const edit = useMutation(api.appointments.edit.mutationOptions()).mutateAsync
  const can = useCan()
  const me = usePerson()

  const mayOverride = (practitionerId: number): boolean => {
    const grant = can('appointments.override')
    return grant === 'all' || (grant === 'own' && practitionerId === me.id)
  }

  /** Sends the change; answers null when the person let it be. */
  async function send(before: Changed, slot: Slot, item: number | null, confirmed: Confirmed): Promise<Changed | null> {
    try {
      return await edit({
        key: newKey(),
        id: before.id,
        mark: before.mark,
        serviceId: before.serviceId,
        note: before.note,
        clientId: before.clientId,
        clientPackageItemId: item,
        confirmed,
        ...slot,
      })
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal?.code === 'appointment.outsideHours' && mayOverride(slot.practitionerId) && !confirmed.outsideHours) {
        return (await ask('Outside working hours', refusal.sentence, 'Book anyway'))
          ? send(before, slot, item, { ...confirmed, outsideHours: true })
          : null
      }
      if (refusal?.code === 'clientPackage.endMoves') {
        return (await ask('The package would end earlier', refusal.sentence, 'Book anyway'))
          ? send(before, slot, item, { ...confirmed, endMoves: true })
          : null
      }
      if (refusal && LETS_GO.some((code) => code === refusal.code) && item !== null) {
        return (await ask('The package does not hold there', refusal.sentence, 'Move at the regular fee'))
          ? send(before, slot, null, confirmed)
          : null
      }
      throw error
    }
  }

  /** As it was before, unless it was changed once more after. */
  async function undo(before: Changed, { mark }: Changed): Promise<void> {
    try {
      await send({ ...before, mark }, slotOf(before), before.session?.clientPackageItemId ?? null, { outsideHours: true, endMoves: true })
    } catch (error) {
      showError(error)
    }
  }

  /** Moves or resizes an appointment that is only known by its tile. Never rejects: what goes wrong is shown. */
  async function move(id: number, slot: Slot): Promise<void> {
    try {
      const before = await client.appointments.get({ id })
      const after = await send(before, slot, before.session?.clientPackageItemId ?? null, { outsideHours: false, endMoves: false })
      if (after) notifyDone(changedWords(before, after), { undo: () => void undo(before, after) })
    } catch (error) {
      showError(error)
    }
  }

  return { move, undo }
}
