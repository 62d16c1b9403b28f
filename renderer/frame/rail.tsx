// The rooms, at the left of every screen.

import { IconBox, IconCalendar, IconReceipt, IconSettings, IconUsers, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useClientWords } from '../components/use-practice.ts'
import { Mark } from '../components/mark.tsx'
import styles from './rail.module.css'

type Room = '/calendar' | '/clients' | '/packages' | '/sales' | '/settings'

export function Rail() {
  const { Many } = useClientWords()
  return (
    <nav className={styles.rail} aria-label="Rooms">
      <div className={styles.mark}>
        <Mark />
      </div>
      <RailLink to="/calendar" icon={IconCalendar} words="Calendar" />
      <RailLink to="/clients" icon={IconUsers} words={Many} />
      <RailLink to="/packages" icon={IconBox} words="Packages" />
      <RailLink to="/sales" icon={IconReceipt} words="Sales" />
      <span className={styles.gap} />
      <RailLink to="/settings" icon={IconSettings} words="Settings" />
    </nav>
  )
}

function RailLink({ to, icon: Icon, words }: { to: Room; icon: TablerIcon; words: string }) {
  return (
    <Link
      to={to}
      className={styles.link}
      activeProps={{ 'data-on': true, 'aria-current': 'page' }}
      activeOptions={{ exact: false, includeSearch: false }}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
      {words}
    </Link>
  )
}
