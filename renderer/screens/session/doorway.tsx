// The calm page in front of the practice, where one signs in.

import type { ReactNode } from 'react'
import { Mark } from '../../components/mark.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import styles from './sign-in.module.css'

export function Doorway({ title, sample, children }: { title: string; sample: boolean; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.head}>
          <Mark size={44} />
          <h1 className={styles.title} dir="auto">
            {title}
          </h1>
          {sample ? <ToneBadge tone="accent">Sample practice</ToneBadge> : null}
        </div>
        {children}
      </div>
    </main>
  )
}
