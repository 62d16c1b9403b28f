// Where tiles stand while their change is being saved: at once at the new place, and back if it was refused.

import { useMemo, useState } from 'react'
import type { GridTile, Place } from './types.ts'

export function usePending<T>(tiles: readonly GridTile<T>[], save: (tile: GridTile<T>, place: Place) => Promise<void>) {
  const [pending, setPending] = useState<ReadonlyMap<number, Place>>(new Map())

  const shown = useMemo(() => (pending.size === 0 ? tiles : tiles.map((tile) => standingAt(tile, pending.get(tile.id)))), [tiles, pending])

  async function place(tile: GridTile<T>, to: Place): Promise<void> {
    setPending((now) => new Map(now).set(tile.id, to))
    await save(tile, to)
    setPending((now) => new Map([...now].filter(([id]) => id !== tile.id)))
  }

  return { tiles: shown, place }
}

const standingAt = <T>(tile: GridTile<T>, place: Place | undefined): GridTile<T> =>
  place ? { ...tile, ...place, busyUntil: place.to + tile.busyUntil - tile.to } : tile
