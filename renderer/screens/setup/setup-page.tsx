// The first start: set up a practice, or look around in a sample one.

import { IconArrowRight, IconEye } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Mark } from '../../components/mark.tsx'
import { SampleProgress } from './sample-progress.tsx'
import { SetupForm } from './setup-form.tsx'
import styles from './setup.module.css'
import { useStartSample } from './use-start-sample.ts'

export function SetupPage() {
  const [isSettingUp, setSettingUp] = useState(false)
  const progress = useQuery(
    api.setup.sampleProgress.queryOptions({ refetchInterval: (query) => (query.state.data?.state === 'working' ? 400 : false) }),
  )
  const sample = useStartSample()
  const state = progress.data?.state

  return (
    <main className={styles.page}>
      {isSettingUp ? (
        <SetupForm onBack={() => setSettingUp(false)} />
      ) : (
        <section className={styles.welcome}>
          <Mark size={56} />
          <h1 className={styles.big}>Welcome to Tenpack</h1>
          <p className={styles.lead}>
            Packages of sessions: sold, booked and accounted for at your front desk. Everything stays on this computer.
          </p>
          {state === 'working' || state === 'failed' || state === 'done' ? (
            <SampleProgress progress={progress.data} onAgain={sample.start} />
          ) : (
            <div className={styles.ways}>
              <button type="button" className={styles.way} data-main onClick={() => setSettingUp(true)}>
                <span className={styles.wayTitle}>
                  Set up your practice <IconArrowRight size={18} aria-hidden />
                </span>
                <span>Three short steps, about two minutes.</span>
              </button>
              <button type="button" className={styles.way} onClick={sample.start} disabled={sample.isPending}>
                <span className={styles.wayTitle}>
                  Look around with a sample practice <IconEye size={18} aria-hidden />
                </span>
                <span>A year of invented clients, packages and appointments. Nothing of it mixes with your own.</span>
              </button>
            </div>
          )}
        </section>
      )}
    </main>
  )
}
