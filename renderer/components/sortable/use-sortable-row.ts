// What a row needs to be moved in a SortableArea: what its element gets, and what its handle gets.

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'

/** `fixed`: others move around it, and it has no handle. `disabled`: the list is not arranged by hand now. */
export function useSortableRow(key: string, { fixed = false, disabled = false }: { fixed?: boolean; disabled?: boolean } = {}) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: key,
    disabled: { draggable: fixed || disabled, droppable: disabled },
    attributes: { roleDescription: 'movable' },
  })
  return {
    row: {
      ref: setNodeRef,
      style: { transform: CSS.Translate.toString(transform), transition },
      'data-carried': isDragging || undefined,
    },
    handle: { ref: setActivatorNodeRef, ...attributes, ...listeners },
  }
}

export type Handle = ReturnType<typeof useSortableRow>['handle']
