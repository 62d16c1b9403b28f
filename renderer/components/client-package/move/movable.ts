// What of a client package could be moved: free sessions or pieces, or an unlimited item that is still here.

import type { ClientPackage, Item } from '../client-package-words.ts'

export const canMove = (item: Item): boolean => (item.unlimited ? !item.moved : item.remaining > 0)

export const isOpen = ({ state }: ClientPackage): boolean => state === 'active' || state === 'pending'

/** Not off one that was cancelled, has ended or is on hold; the practice's rules refuse that too. */
export const isMovable = (p: ClientPackage): boolean => isOpen(p) && p.items.some(canMove)
