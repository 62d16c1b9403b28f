// A list whose rows are moved by their handles, with the mouse or the keys alike. What is carried, and where it is, is told
// aloud on the way. The rows themselves are drawn by whoever uses it, in the order of `keys`.

import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { type ReactNode, useRef } from 'react'

interface Props {
  keys: readonly string[]
  nameOf: (key: string) => string
  /** Where it would stand among these keys: `place 2 of 4 in Massage`. */
  placeOf: (key: string, keys: readonly string[]) => string
  onMove: (key: string, keys: readonly string[]) => void
  children: ReactNode
}

const STEPS_BEFORE_DRAG_PX = 4
const HOW = 'To move it, press the space bar. Then the arrow keys move it, the space bar puts it down, and Escape puts it back.'

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 })

export function SortableArea({ keys, nameOf, placeOf, onMove, children }: Props) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: STEPS_BEFORE_DRAG_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates, scrollBehavior: 'auto' }),
  )
  const over = (id: UniqueIdentifier, overId: UniqueIdentifier) =>
    arrayMove([...keys], keys.indexOf(String(id)), keys.indexOf(String(overId)))
  const hasMoved = useRef(false) // the first that it is over is itself, which says nothing new
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      hasMoved.current = false
      return `${nameOf(String(active.id))} is picked up, ${placeOf(String(active.id), keys)}.`
    },
    onDragOver: ({ active, over: target }) => {
      if (!target || (target.id === active.id && !hasMoved.current)) return undefined
      hasMoved.current = true
      return `${nameOf(String(active.id))}: ${placeOf(String(active.id), over(active.id, target.id))}.`
    },
    onDragEnd: ({ active, over: target }) =>
      target && target.id !== active.id
        ? `${nameOf(String(active.id))} is put down, ${placeOf(String(active.id), over(active.id, target.id))}.`
        : `${nameOf(String(active.id))} stays where it was.`,
    onDragCancel: ({ active }) => `${nameOf(String(active.id))} is back where it was.`,
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: HOW } }}
      onDragEnd={({ active, over: target }) => {
        if (target && target.id !== active.id) onMove(String(active.id), over(active.id, target.id))
      }}
    >
      <SortableContext items={[...keys]} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  )
}
