// New versions: the switch is the practice's and stands in its file; looking, downloading and installing are the host's.

import { updatePractice } from '../../db/queries/settings.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { flag } from '../../db/flag.ts'
import { refuse } from '../../shared/errors.ts'
import type { ActionContext, CommandContext } from '../context.ts'

const OK = { ok: true as const }

export async function status({ db, host: { updates } }: ActionContext) {
  const { checkForUpdates } = await getPractice(db)
  return { version: updates.version, isOn: checkForUpdates === 1, canInstallFile: updates.canInstallFile, found: updates.found() }
}

export async function setChecking({ client, host: { updates } }: ActionContext, { isOn }: { isOn: boolean }) {
  await client.updates.storeChecking({ key: crypto.randomUUID(), isOn })
  updates.setChecking(isOn)
  return OK
}

export async function storeChecking({ tx }: Pick<CommandContext, 'tx'>, { isOn }: { isOn: boolean }) {
  await updatePractice(tx, { checkForUpdates: flag(isOn) })
  return OK
}

export async function check({ db, host: { updates } }: ActionContext) {
  if (updates.found().state === 'notOffered') refuse('update.notOffered')
  if ((await getPractice(db)).checkForUpdates !== 1) refuse('update.off')
  updates.check()
  return OK
}

export async function install({ host: { updates } }: ActionContext) {
  const { state } = updates.found()
  if (state === 'notOffered') refuse('update.notOffered')
  if (state !== 'ready') refuse('update.notReady')
  updates.install()
  return OK
}

export async function installFile({ host: { updates } }: ActionContext) {
  if (!updates.canInstallFile) refuse('update.notOffered')
  return { outcome: await updates.installFile() }
}
