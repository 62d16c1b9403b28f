// A practitioner's numbers: who issued them, and from when to when they hold. They stand on statements for insurers.

import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { DayInput } from '../../components/day-input.tsx'
import styles from './settings.module.css'
import type { StaffFormType } from './staff-values.ts'

export function NumbersEditor({ form }: { form: StaffFormType }) {
  const { numbers } = form.values
  return (
    <>
      {numbers.map((_, at) => (
        <div key={at} className={styles.item} role="group" aria-label={`Number ${at + 1}`}>
          <div className={styles.two}>
            <TextInput label="Issued by" placeholder="College or insurer" {...form.getInputProps(`numbers.${at}.issuer`)} />
            <TextInput label="Number" {...form.getInputProps(`numbers.${at}.number`)} />
          </div>
          <div className={styles.two}>
            <DayInput label="Holds from" placeholder="Always" {...form.getInputProps(`numbers.${at}.validFrom`)} />
            <DayInput label="Through" placeholder="No end" {...form.getInputProps(`numbers.${at}.validThrough`)} />
          </div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            justify="start"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => form.removeListItem('numbers', at)}
          >
            Remove
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => form.insertListItem('numbers', { issuer: '', number: '', validFrom: null, validThrough: null })}
      >
        Add a number
      </Button>
    </>
  )
}
