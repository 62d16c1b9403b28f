// The frame around every screen: rail, top bar, the screen, and the column where side drawers open.

import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { DrawerPlace } from '../components/drawer-place.tsx'
import styles from './frame.module.css'
import { rememberAddress } from './last-address.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

export function Frame() {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  useEffect(() => rememberAddress(path), [path])
  return (
    <DrawerPlace value={place}>
      <div className={styles.frame}>
        <Rail />
        <TopBar />
        <div className={styles.body}>
          <main className={styles.screen}>
            <Outlet />
          </main>
          <div className={styles.drawer} ref={setPlace} />
        </div>
      </div>
    </DrawerPlace>
  )
}
