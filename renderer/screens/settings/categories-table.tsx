// The categories in their order, each with how much it holds; moved by its handle, and with a menu for what else can be done.

import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconArrowMerge, IconDots, IconEdit, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newKey } from '../../api.ts'
import { Card } from '../../components/card.tsx'
import { notifyDone } from '../../components/notify-done.tsx'
import { showError } from '../../components/show-error.tsx'
import { DragHandle } from '../../components/sortable/drag-handle.tsx'
import { SortableArea } from '../../components/sortable/sortable-area.tsx'
import { useSortableRow } from '../../components/sortable/use-sortable-row.ts'
import type { Category, Doing } from './category-words.ts'
import { ListTable } from '../../components/list/list-table.tsx'
import styles from './settings.module.css'

interface Props {
  /** As they were read last. */
  read: Category[]
  mayEdit: boolean
  onDo: (doing: Doing) => void
}

const idsOf = (rows: readonly { id: number }[]) => rows.map((row) => row.id)

export function CategoriesTable({ read, mayEdit, onDo }: Props) {
  const [ahead, setAhead] = useState<{ of: string; order: number[] } | null>(null)
  const reorder = useMutation(api.catalog.reorderCategories.mutationOptions())
  const seen = idsOf(read)
  // What was moved shows at once; as soon as another order is read, that one counts.
  const order = ahead?.of === seen.join() ? ahead.order : seen
  const rows = order.flatMap((id) => read.find((row) => row.id === id) ?? [])
  const keys = order.map(String)
  const nameOf = (key: string) => read.find((row) => String(row.id) === key)?.name ?? ''

  const send = (from: number[], to: number[], said: string, undo?: () => void) =>
    reorder.mutate(
      { key: newKey(), seen: from, order: to },
      {
        onSuccess: () => notifyDone(said, undo ? { undo } : {}),
        onError: (error) => {
          setAhead(null)
          showError(error)
        },
      },
    )
  function move(key: string, after: readonly string[]) {
    const to = after.map(Number)
    setAhead({ of: seen.join(), order: to })
    send(order, to, `${nameOf(key)} is number ${to.indexOf(Number(key)) + 1} now`, () =>
      send(to, order, `${nameOf(key)} is back where it was`),
    )
  }

  const table = (
    <Card flush>
      <ListTable label="Categories">
        <thead>
          <tr>
            {mayEdit && (
              <th data-handle>
                <VisuallyHidden>Order</VisuallyHidden>
              </th>
            )}
            <th scope="col">Name</th>
            {['Services', 'Products', 'Packages'].map((title) => (
              <th key={title} scope="col" data-number>
                {title}
              </th>
            ))}
            {mayEdit && (
              <th data-menu>
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (mayEdit ? <MovableRow key={row.id} row={row} onDo={onDo} /> : <tr key={row.id}>{cellsOf(row)}</tr>))}
        </tbody>
      </ListTable>
    </Card>
  )
  return mayEdit ? (
    <SortableArea keys={keys} nameOf={nameOf} placeOf={(key, after) => `place ${after.indexOf(key) + 1} of ${after.length}`} onMove={move}>
      {table}
    </SortableArea>
  ) : (
    table
  )
}

const cellsOf = ({ name, held }: Category, onOpen?: () => void) => (
  <>
    <td>
      {onOpen ? (
        <button type="button" className={styles.rowName} onClick={onOpen}>
          <bdi>{name}</bdi>
        </button>
      ) : (
        <bdi className={styles.rowName}>{name}</bdi>
      )}
    </td>
    {[held?.services, held?.products, held?.packages].map((n, i) => (
      <td key={i} data-number>
        {n || '–'}
      </td>
    ))}
  </>
)

function MovableRow({ row: category, onDo }: { row: Category; onDo: (doing: Doing) => void }) {
  const { row, handle } = useSortableRow(String(category.id))
  return (
    <tr {...row}>
      <td data-handle>
        <DragHandle name={category.name} handle={handle} />
      </td>
      {cellsOf(category, () => onDo({ what: 'rename', category }))}
      <td data-menu>
        <CategoryMenu category={category} onDo={onDo} />
      </td>
    </tr>
  )
}

function CategoryMenu({ category, onDo }: { category: Category; onDo: (doing: Doing) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for ${category.name}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconEdit size={15} aria-hidden />} onClick={() => onDo({ what: 'rename', category })}>
          Rename
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowMerge size={15} aria-hidden />} onClick={() => onDo({ what: 'merge', category })}>
          Merge into another …
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          className={styles.danger}
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => onDo({ what: 'delete', category })}
        >
          Delete …
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
