// Where this computer keeps the key of the practice file, for its owner: in the computer's key store, or in a file.

import type { ActionContext } from '../context.ts'

const OK = { ok: true as const }

export const keyPlace = ({ host }: ActionContext) => host.keyPlace.now()

export async function sealKey({ host }: ActionContext) {
  await host.keyPlace.seal()
  return OK
}

export async function unsealKey({ host }: ActionContext) {
  await host.keyPlace.unseal()
  return OK
}
