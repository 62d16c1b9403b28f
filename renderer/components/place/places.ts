// Where each screen of this window was left, by its step in the window's history: how far it was scrolled, which link had the
// focus, and what its lists keep. So Back comes to the very place. In memory only.

export interface Place {
  path: string
  /** Null: nobody was here yet. */
  top: number | null
  /** The address of the link that had the focus. */
  link: string | null
  kept: Map<string, unknown>
}

const places: Place[] = []

export function placeAt(index: number, path: string): Place {
  const known = places[index]
  if (known?.path === path) return known
  const place: Place = { path, top: null, link: null, kept: new Map() }
  places[index] = place
  return place
}

export const isPlaceAt = (index: number, path: string): boolean => places[index]?.path === path

/** A new step is made at that index: what was ahead of it can't be come to any more. */
export const forgetFrom = (index: number): void => void places.splice(index)
