// The bar above every screen: the search box, how the copies stand, who is signed in, and the lock.

import { ActionIcon, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconLock } from '@tabler/icons-react'
import { useHotkeyHint } from '../components/use-hotkey-hint.ts'
import { CopyStatus } from './copy-status.tsx'
import { SearchBox } from './search-box.tsx'
import { StaffMenu } from './staff-menu.tsx'
import styles from './top-bar.module.css'
import { LOCK_KEYS, useLock } from './use-lock.ts'

export function TopBar() {
  const lock = useLock()
  const hint = useHotkeyHint(LOCK_KEYS)
  useHotkeys([[LOCK_KEYS, lock]], [])
  return (
    <section className={styles.bar} aria-label="Search and sign-in">
      <SearchBox />
      <span className={styles.gap} />
      <CopyStatus />
      <StaffMenu />
      <Tooltip label={`Lock the screen (${hint})`}>
        <ActionIcon aria-label="Lock the screen" size="md" onClick={lock}>
          <IconLock size={19} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </section>
  )
}
