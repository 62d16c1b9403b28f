// All that the page gets of Electron: one call, as text, and the commands of the menu. Runs in Chromium's sandbox.

import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop } from '../shared/desktop.ts'

const desktop: Desktop = {
  call: async (text) => (await ipcRenderer.invoke('call', text)) as string | undefined,
  onCommand: (listener) => {
    const hear = (_event: unknown, id: unknown) => void (typeof id === 'string' && listener(id))
    ipcRenderer.on('command', hear)
    return () => void ipcRenderer.off('command', hear)
  },
}

contextBridge.exposeInMainWorld('tenpack', desktop)
