// Locks this window after some minutes in which nobody touched it. Windows of the same browser share one sign-in,
// so they tell each other when somebody is at work in one of them.

import { useEffect } from 'react'
import { milliseconds } from './components/use-clock.ts'
import { lockNow } from './session.ts'

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const TELL_EVERY_MS = 5_000
const LOOK_EVERY_MS = 2_000

export function useIdleLock(minutes: number): void {
  useEffect(() => {
    const others = new BroadcastChannel('tenpack.alive')
    let lastSign = milliseconds()
    let told = 0

    const alive = () => {
      lastSign = milliseconds()
      if (lastSign - told < TELL_EVERY_MS) return
      told = lastSign
      others.postMessage('alive')
    }
    others.addEventListener('message', () => {
      lastSign = milliseconds()
    })
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { capture: true, passive: true })
    // Looked at often rather than waited for once: a machine that slept is locked as soon as it wakes.
    const timer = setInterval(() => {
      if (milliseconds() - lastSign >= minutes * 60_000) void lockNow().catch(() => undefined)
    }, LOOK_EVERY_MS)

    return () => {
      others.close()
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true })
    }
  }, [minutes])
}
