// Step 3: the owner, who sets the practice up, with the password and PIN they will use.

import { Checkbox, PasswordInput, TextInput } from '@mantine/core'
import styles from './setup.module.css'
import type { SetupForm } from './setup-values.ts'

export function OwnerStep({ form }: { form: SetupForm }) {
  return (
    <div className={styles.fields}>
      <TextInput label="Your name" autoFocus data-first dir="auto" {...form.getInputProps('owner.name')} />
      <Checkbox
        label="I see clients myself"
        description="You get a column in the calendar, with working hours you can change."
        {...form.getInputProps('owner.isPractitioner', { type: 'checkbox' })}
      />
      <PasswordInput
        label="Password"
        description="Asked once a day. At least 8 characters; a few words are easiest to remember."
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Show password', tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <PasswordInput
        label="PIN"
        description="4 to 8 digits, to unlock the screen during the day."
        autoComplete="off"
        inputMode="numeric"
        visibilityToggleButtonProps={{ 'aria-label': 'Show PIN', tabIndex: 0 }}
        {...form.getInputProps('pin')}
      />
      <p className={styles.hint}>Nobody can look them up for you: write them down and keep them somewhere safe.</p>
    </div>
  )
}
