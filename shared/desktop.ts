// What the desktop app's window offers its page as `window.tenpack`; in a browser there is no such thing.

export interface Desktop {
  /** A call as JSON text; its reply as JSON text, or nothing for whom Tenpack does not answer. */
  call(text: string): Promise<string | undefined>
  /** Hears the id of each command chosen in the menu; gives what stops that. */
  onCommand(listener: (id: string) => void): () => void
}
