// How far the sample practice is. When it is done, the sign-in screen takes over by itself.

import { Button, Progress } from '@mantine/core'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Contract } from '../../../shared/contract/index.ts'
import styles from './setup.module.css'

interface Props {
  progress: InferContractRouterOutputs<Contract>['setup']['sampleProgress'] | undefined
  onAgain: () => void
}

export function SampleProgress({ progress, onAgain }: Props) {
  const queries = useQueryClient()
  const state = progress?.state
  useEffect(() => {
    if (state === 'done') void queries.invalidateQueries()
  }, [state, queries])

  if (!progress) return null
  if (state === 'failed') {
    return (
      <div className={styles.progress} role="alert">
        <p>The sample practice could not be made. {progress.message}</p>
        <Button variant="default" onClick={onAgain}>
          Try again
        </Button>
      </div>
    )
  }
  const percent = progress.of === 0 ? 0 : Math.round((progress.done / progress.of) * 100)
  return (
    <div className={styles.progress}>
      <Progress value={percent} aria-label="Making the sample practice" size="md" radius="xl" transitionDuration={300} />
      <p role="status">{progress.message || 'Making the sample practice …'}</p>
    </div>
  )
}
