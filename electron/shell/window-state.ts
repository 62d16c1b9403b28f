// Where the window was, kept in the config folder. What is read back is checked: a screen may be gone, a file may be broken,
// and a window that can't be reached would be no window.

import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { replaceDurably } from './durable-file.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
export interface WindowState {
  bounds: Rectangle
  maximized: boolean
}
export interface WindowPlace {
  /** Without x and y: in the middle of the main screen. */
  bounds: { width: number; height: number; x?: number; y?: number }
  maximized: boolean
}

export const SMALLEST = { width: 900, height: 600 }
const USUAL = { width: 1366, height: 820 }
/** So much of the window must be on a screen for its title bar to be taken hold of. */
const REACHABLE = { width: 120, height: 40 }

const Length = z.int().min(-100_000).max(100_000)
const State = z.object({ bounds: z.object({ x: Length, y: Length, width: Length, height: Length }), maximized: z.boolean() })

/** Null when there is none, or none that can be read: where a window stood is not worth a word. */
export function readWindowState(path: string): WindowState | null {
  try {
    return State.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

export const writeWindowState = (path: string, state: WindowState): void => replaceDurably(path, JSON.stringify(state))

/** A place on the screens that are there now; `screens` are their areas without bars, the main one first. */
export function placeFor(state: WindowState | null, screens: readonly Rectangle[]): WindowPlace {
  const [main = { x: 0, y: 0, ...USUAL }] = screens
  const screen = state && screens.find((area) => isReachable(state.bounds, area))
  const { width, height } = state?.bounds ?? USUAL
  const fitted = {
    width: fit(width, SMALLEST.width, (screen ?? main).width),
    height: fit(height, SMALLEST.height, (screen ?? main).height),
  }
  const at = screen ? { x: state.bounds.x, y: state.bounds.y } : {}
  return { bounds: { ...fitted, ...at }, maximized: state?.maximized ?? false }
}

const fit = (length: number, least: number, most: number): number => Math.max(Math.min(least, most), Math.min(length, most))

function isReachable({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return across >= REACHABLE.width && y >= area.y && y + REACHABLE.height <= area.y + area.height
}
