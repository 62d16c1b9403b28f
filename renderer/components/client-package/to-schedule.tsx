// How much of a client package is scheduled, and how much is left to schedule, with what one does next.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { ScheduleDrawer } from '../schedule/schedule-drawer.tsx'
import { useCan } from '../use-can.ts'
import { type ClientPackage, scheduledWords } from './client-package-words.ts'
import styles from './client-package.module.css'

export function ToSchedule({ clientPackage }: { clientPackage: ClientPackage }) {
  const may = useCan()('appointments.book') !== undefined
  const [opened, setOpened] = useState(false)
  const words = scheduledWords(clientPackage)
  const isHeldOpen = clientPackage.state === 'onHold' && clientPackage.holds.some((hold) => hold.throughDay === null)
  if (words === null) return null
  return (
    <p className={styles.toSchedule}>
      {words}
      {may && !isHeldOpen && (
        <Button size="compact-sm" variant="default" aria-label={`Schedule ${clientPackage.name}`} onClick={() => setOpened(true)}>
          Schedule
        </Button>
      )}
      {opened && <ScheduleDrawer clientPackage={clientPackage} onClose={() => setOpened(false)} />}
    </p>
  )
}
