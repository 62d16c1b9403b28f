// Where the side drawer is drawn: a column of the frame, so that the screen beside it gets narrower instead of covered.
// A drawer opened from anywhere inside a screen lands there.

import { createContext, useContext } from 'react'

export const DrawerPlace = createContext<HTMLElement | null>(null)
export const useDrawerPlace = (): HTMLElement | null => useContext(DrawerPlace)
