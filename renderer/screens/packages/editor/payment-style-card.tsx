// One payment style to choose, with what it means.

import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './package.module.css'

interface Props {
  value: string
  title: string
  disabled: boolean
  children: ReactNode
}

export function PaymentStyleCard({ value, title, disabled, children }: Props) {
  return (
    <Radio.Card value={value} className={styles.choice} disabled={disabled}>
      <Radio.Indicator disabled={disabled} />
      <span>
        <b>{title}</b>
        <span className={styles.note}>{children}</span>
      </span>
    </Radio.Card>
  )
}
