// Tenpack's own window, as `npm start` opens it: finds Electron's runtime or gets it, builds the app and runs it. Where that
// does not work it says why, and the browser takes over.

import { chooseHost, type Machine } from './choose-host.ts'
import { findRuntime, getRuntime } from './runtime.ts'
import { runWindow } from './start-window.ts'

export interface WindowParts {
  machine: Machine
  /** The node_modules that the runtime is in, or is fetched into. */
  modules: string
  build: () => Promise<void>
  args: readonly string[]
  say: (line: string) => void
}

/** `code`: it ran in its window, and ended so. `not`: it does not run in one here, and why. */
export async function runInWindow({ machine, modules, build, args, say }: WindowParts): Promise<{ code: number } | { not: string }> {
  let choice = chooseHost(machine, findRuntime(modules))
  if ('fetch' in choice) {
    const failed = await getRuntime(modules, say)
    if (failed !== null) return { not: `${choice.fetch}, and ${failed}` }
    choice = chooseHost(machine, findRuntime(modules))
  }
  if (!('window' in choice)) return { not: 'browser' in choice ? choice.browser : choice.fetch }
  await build()
  say('Tenpack opens in its own window.')
  const end = await runWindow(choice.window, args)
  return 'failed' in end ? { not: end.failed } : end
}
