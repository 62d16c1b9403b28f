// The menu: the roles every app has, and our commands, by the same list as the search box. A command is sent to the page,
// which does it if the person there may; its keys are the page's own, and only shown here.

import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { MENU_COMMANDS } from '../../shared/commands.ts'

type Items = MenuItemConstructorOptions[]

interface Parts {
  platform: NodeJS.Platform
  packaged: boolean
  run: (commandId: string) => void
}

export function setMenu(parts: Parts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf(parts)))
}

function menuOf({ platform, packaged, run }: Parts): Items {
  const isMac = platform === 'darwin'
  const commands = (menu: string): Items =>
    MENU_COMMANDS.filter((command) => command.menu === menu).map((command) => ({
      id: command.id,
      label: command.words,
      ...('keys' in command ? { accelerator: command.keys, registerAccelerator: false } : {}),
      click: () => run(command.id),
    }))
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const about: MenuItemConstructorOptions = { label: `About ${app.name}`, role: 'about' }
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: 'Practice', submenu: [...commands('Practice'), line, { role: isMac ? 'close' : 'quit' }] },
    { role: 'editMenu' },
    { label: 'Go', submenu: commands('Go') },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        line,
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ label: 'Help', submenu: [about] }]),
  ]
}
