// The button that opens a filter and says what is chosen in it; tinted while it leaves something out.

import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import styles from './filter-button.module.css'

interface Props extends ComponentProps<'button'> {
  isOn: boolean
}

export function FilterButton({ isOn, children, ...button }: Props) {
  return (
    <Button variant="default" data-on={isOn || undefined} rightSection={<IconChevronDown size={14} aria-hidden />} {...button}>
      <span className={styles.chosen}>{children}</span>
    </Button>
  )
}
