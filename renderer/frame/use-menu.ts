// Does what was chosen in the desktop app's menu, as if it had been chosen in the search box.

import { useEffect, useEffectEvent } from 'react'
import { desktop } from '../desktop.ts'
import { useCommands } from './use-commands.ts'

export function useMenu(search: () => void): void {
  const commands = useCommands()
  const run = useEffectEvent((id: string) => {
    if (id === 'search') search()
    else commands.find((command) => command.id === id)?.run()
  })
  useEffect(() => desktop?.onCommand((id) => run(id)), [])
}
