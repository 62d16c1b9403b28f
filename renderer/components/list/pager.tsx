// "51–100 of 231" and the way to the other pages of a list, each of which is shown from its top. Nothing when all fits on one.

import { Button } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { usePlaceHere } from '../place/place-context.ts'
import styles from './pager.module.css'

interface Props {
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

export function Pager({ page, pageSize, total, onPage }: Props) {
  const { place, scroller } = usePlaceHere()
  const shown = useRef(page)
  useLayoutEffect(() => {
    if (shown.current !== page && place.top === null && scroller.current) scroller.current.scrollTop = 0
    shown.current = page
  }, [page, place, scroller])
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  return (
    <nav aria-label="Pages" className={styles.pager}>
      <span className={styles.words}>
        {(page - 1) * pageSize + 1}–{Math.min(page * pageSize, total)} of {total}
      </span>
      <Button variant="default" size="compact-md" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <Button variant="default" size="compact-md" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
