// Who may use the open file when: calls are served side by side; what must be alone (closing it, putting another in its
// place) waits for them and makes later ones wait. A call must not ask to be alone: it would wait for itself.

export function makeTurns() {
  let serving = 0
  let idle = Promise.withResolvers<void>()
  let gate: Promise<unknown> = Promise.resolve()
  return {
    async take<R>(work: () => Promise<R>): Promise<R> {
      await gate
      serving++
      try {
        return await work()
      } finally {
        if (--serving === 0) idle.resolve()
      }
    },
    alone(work: () => Promise<void>): Promise<void> {
      const turn = gate.then(async () => {
        idle = Promise.withResolvers()
        if (serving > 0) await idle.promise
        await work()
      })
      gate = turn.catch(() => {})
      return turn
    },
  }
}
