// How the app ends, whoever asks: the last window, Quit, a signal, the computer going down or its person logging off. Calls
// under way end first, then the file is closed and its lock released; only then the process goes.

import { app, powerMonitor, type BrowserWindow } from 'electron'

interface Parts {
  /** Closes the practice once its calls have ended. */
  close: () => Promise<void>
  onBug: (error: unknown) => void
}

export interface Leaving {
  /** Whether a person can be asked: not when the computer is going down. */
  mayAsk: () => boolean
  /** Windows tells its windows, not its apps, that the person is logging off. */
  watch: (window: BrowserWindow) => void
}

export function prepareLeaving({ close, onBug }: Parts): Leaving {
  let isForced = false
  let closing: Promise<void> | undefined
  let isClosed = false

  const closeOnce = () =>
    (closing ??= close().then(
      () => void (isClosed = true),
      (error: unknown) => {
        onBug(error)
        app.exit(1)
      },
    ))
  const leaveNow = () => {
    isForced = true
    app.quit()
  }

  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void closeOnce().then(() => app.quit())
  })
  powerMonitor.on('shutdown', (event?: { preventDefault: () => void }) => {
    event?.preventDefault() // waits for us
    leaveNow()
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leaveNow)

  return {
    mayAsk: () => !isForced,
    watch(window) {
      window.on('query-session-end', leaveNow)
      window.on('session-end', () => {
        isForced = true
        void closeOnce() // no time is left for the windows
      })
    },
  }
}
