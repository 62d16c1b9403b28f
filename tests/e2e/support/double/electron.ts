// What `import … from 'electron'` gives in the double. A name that is not here fails when main is loaded, with that name.

export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { nativeTheme, powerMonitor, safeStorage, screen } from './computer.ts'
export { dialog, shell } from './dialogs.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
