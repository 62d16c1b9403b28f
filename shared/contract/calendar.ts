// The calendar's days: the first thing that a start has to show, so it stands alone and needs no other feature's schemas.

import { z } from 'zod'
import { APPOINTMENT_STATUSES } from '../domain/words.ts'
import { Day, DayTime, Id, query, Time } from './base.ts'

/** "3 of 10"; of is null when unlimited ("visit 3"). */
export const SessionCount = z.object({ position: z.int(), of: z.int().nullable() })

export const CalendarTile = z.object({
  id: Id,
  startsAt: DayTime,
  endsAt: DayTime,
  busyUntil: DayTime,
  practitionerId: Id,
  clientId: Id,
  clientName: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  packageName: z.string().nullable(),
  count: SessionCount.nullable(),
  unpaid: z.boolean(),
  hasNote: z.boolean(),
})

export const CalendarColumn = z.object({
  id: Id,
  name: z.string(),
  specialty: z.string(),
  hours: z.array(z.object({ day: Day, fromTime: Time, toTime: Time })),
})

export const calendar = {
  /** Tiles and columns from one day through another (at most six weeks), deleted ones left out. */
  onDays: query('calendar.view')
    .input(z.strictObject({ from: Day, through: Day }))
    .output(z.object({ columns: z.array(CalendarColumn), tiles: z.array(CalendarTile) })),
}
