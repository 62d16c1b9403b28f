// Asks before what is not saved would be lost: by a link, by Back, by closing a drawer or the window. What is just being
// saved is waited for first: once it is saved there is nothing to ask.

import { useBlocker } from '@tanstack/react-router'
import { commandsDone } from './commands-done.ts'
import { confirmDialog } from './confirm-dialog.tsx'

/** `isDirty` is asked again after waiting, so it must read the form as it is then: Mantine's own does, after `resetDirty()` too. */
export async function mayLeave(isDirty: () => boolean): Promise<boolean> {
  if (!isDirty()) return true
  await commandsDone()
  return !isDirty() || askToLeave()
}

export function useLeaveGuard(isDirty: () => boolean): void {
  useBlocker({
    enableBeforeUnload: isDirty,
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await mayLeave(isDirty)),
  })
}

const askToLeave = (): Promise<boolean> =>
  new Promise((decide) => {
    confirmDialog({
      title: 'Leave without saving?',
      children: 'What you changed here is not saved yet.',
      confirm: 'Leave',
      danger: true,
      onConfirm: () => decide(true),
      onCancel: () => decide(false),
    })
  })
