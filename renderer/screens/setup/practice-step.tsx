// Step 1: what the practice is called, what it does and where it is. The address can wait.

import { Select, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { TRADES } from '../../../shared/contract/setup.ts'
import { COUNTRIES, countryName, TRADE_WORDS } from './countries.ts'
import styles from './setup.module.css'
import { proposeFor, type SetupForm } from './setup-values.ts'

const COUNTRY_OPTIONS = COUNTRIES.map(({ code }) => ({ value: code, label: countryName(code) })).sort((a, b) =>
  a.label.localeCompare(b.label),
)

export function PracticeStep({ form }: { form: SetupForm }) {
  const { practice, trade } = form.values
  const [hasMore, setMore] = useState(
    practice.address !== '' || practice.phone !== '' || practice.email !== '' || practice.registration !== '',
  )
  return (
    <div className={styles.fields}>
      <TextInput label="Name of the practice" required autoFocus data-first dir="auto" {...form.getInputProps('practice.name')} />
      <div className={styles.pair}>
        <Select
          label="Trade"
          description="Brings sensible services to start with"
          data={TRADES.map((value) => ({ value, label: TRADE_WORDS[value] }))}
          value={trade}
          onChange={(value) => value && proposeFor(form, { trade: value })}
          error={form.errors['trade']}
        />
        <Select
          label="Country"
          description="Sets currency, tax and paper"
          searchable
          data={COUNTRY_OPTIONS}
          value={practice.country}
          onChange={(value) => value && proposeFor(form, { country: value })}
          error={form.errors['practice.country']}
        />
      </div>
      <UnstyledButton className={styles.more} aria-expanded={hasMore} onClick={() => setMore(!hasMore)}>
        {hasMore ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        Address and numbers for invoices <span className={styles.faint}>can wait</span>
      </UnstyledButton>
      {hasMore ? (
        <>
          <Textarea label="Address" autosize minRows={2} maxRows={5} dir="auto" {...form.getInputProps('practice.address')} />
          <div className={styles.pair}>
            <TextInput label="Phone" {...form.getInputProps('practice.phone')} />
            <TextInput label="E-mail" {...form.getInputProps('practice.email')} />
          </div>
          <TextInput label="Registration or tax number" {...form.getInputProps('practice.registration')} />
        </>
      ) : null}
    </div>
  )
}
