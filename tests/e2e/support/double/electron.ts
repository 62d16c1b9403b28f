// The module `electron` to the built main process: real Chromium pages behind it, and refusals as strict as Electron's own.

export { app } from './app.ts'
export { dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, safeStorage, screen, session, shell } from './pieces.ts'
export { Window as BrowserWindow } from './window.ts'
