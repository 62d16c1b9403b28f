// Opens an address in the person's browser, if this machine has one. Not having one is no failure: the address is printed anyway.

import { spawn } from 'node:child_process'

export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [command, ...args] = commandFor(address, platform)
  if (command === undefined) return
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  opener.on('error', () => {}) // no such command
  opener.unref()
}

function commandFor(address: string, platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  if (platform === 'darwin') return ['open', address]
  const hasScreen = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return hasScreen ? ['xdg-open', address] : []
}
