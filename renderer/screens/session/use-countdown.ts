// Seconds that are left to wait, counted down to 0.

import { useEffect, useState } from 'react'
import { milliseconds } from '../../components/use-clock.ts'

export function useCountdown(): [seconds: number, waitFor: (seconds: number) => void] {
  const [until, setUntil] = useState(0)
  const [left, setLeft] = useState(0)

  useEffect(() => {
    if (until === 0) return
    const look = () => setLeft(Math.max(0, Math.ceil((until - milliseconds()) / 1000)))
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [until])

  const waitFor = (seconds: number) => {
    setLeft(seconds)
    setUntil(milliseconds() + seconds * 1000)
  }
  return [left, waitFor]
}
