// An appointment's status as icon, word and colour together, so that no one of them carries it alone.

import {
  IconAlarm,
  IconArmchair,
  IconBan,
  IconCalendarEvent,
  IconCheck,
  IconCircleCheck,
  IconPlayerPlay,
  IconUserX,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import type { AppointmentStatus } from '../../shared/domain/words.ts'
import { STATUS_WORDS } from '../words.ts'
import styles from './badge.module.css'

export const STATUS_ICONS: Record<AppointmentStatus, TablerIcon> = {
  booked: IconCalendarEvent,
  confirmed: IconCheck,
  arrived: IconArmchair,
  inSession: IconPlayerPlay,
  completed: IconCircleCheck,
  cancelled: IconX,
  cancelledByPractice: IconBan,
  lateCancelled: IconAlarm,
  noShow: IconUserX,
}

export function StatusBadge({ status }: { status: AppointmentStatus }) {
  const Icon = STATUS_ICONS[status]
  return (
    <span className={styles.badge} data-status={status}>
      <Icon size={13} stroke={2} aria-hidden />
      {STATUS_WORDS[status]}
    </span>
  )
}
