// "51–100 of 231" and the way to the other pages. Nothing when all fits on one.

import { Button, Group } from '@mantine/core'
import styles from './clients.module.css'

interface Props {
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

export function Pager({ page, pageSize, total, onPage }: Props) {
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  const first = (page - 1) * pageSize + 1
  return (
    <Group component="nav" aria-label="Pages" gap={8} justify="flex-end">
      <span className={styles.found}>
        {first}–{Math.min(page * pageSize, total)} of {total}
      </span>
      <Button variant="default" size="compact-md" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <Button variant="default" size="compact-md" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </Group>
  )
}
