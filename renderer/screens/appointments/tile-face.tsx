// What a tile of the calendar shows. Drawn for every appointment of the day, so it holds no state and asks nothing.

import { IconCashOff, IconNote } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Room } from '../../components/day-grid/types.ts'
import { isEnding } from '../../../shared/domain/appointments.ts'
import { STATUS_WORDS } from '../../words.ts'
import { countWords, timeRange, type TileData } from './calendar-words.ts'
import classes from './tile-face.module.css'

export function tileFace(tile: TileData, room: Room): ReactNode {
  const name = (
    <bdi className={classes.name} data-ended={isEnding(tile.status) || undefined}>
      {tile.clientName}
    </bdi>
  )
  const words = (
    <span className={classes.words}>
      <span className={classes.status}>{STATUS_WORDS[tile.status]}</span> · {tile.serviceName}
      {tile.packageName && room !== 'line' && ` · ${tile.packageName}`}
    </span>
  )
  if (room === 'tiny')
    return (
      <>
        {name}
        {words}
        {marksOf(tile)}
      </>
    )
  if (room === 'line')
    return (
      <>
        {name}
        {words}
        {marksOf(tile)}
      </>
    )
  return (
    <>
      <span className={classes.top}>
        {name}
        {marksOf(tile)}
      </span>
      {words}
      {room === 'tall' && <span className={classes.time}>{timeRange(tile.startsAt, tile.endsAt)}</span>}
    </>
  )
}

function marksOf({ unpaid, hasNote, count }: TileData): ReactNode {
  if (!unpaid && !hasNote && !count) return null
  return (
    <span className={classes.marks}>
      {unpaid && <IconCashOff size={14} stroke={1.9} className={classes.unpaid} />}
      {hasNote && <IconNote size={13} stroke={1.8} className={classes.note} />}
      {count && (
        <span className={classes.count}>
          <i className={classes.dot} />
          {countWords(count)}
        </span>
      )}
    </span>
  )
}
