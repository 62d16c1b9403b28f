// The fields of the practice, in cards by what they are about. What was fixed at set-up is shown, not asked.

import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { CLIENT_WORDS, PACKAGE_CHOICES, PAPERS, SESSION_RULES, USE_BEFORE_PAID } from '../../../shared/domain/words.ts'
import { Card } from '../../components/card.tsx'
import type { Practice } from '../../components/use-practice.ts'
import { clientWords, PACKAGE_CHOICE_WORDS, SESSION_RULE_WORDS, USE_BEFORE_PAID_WORDS } from '../../words.ts'
import type { PracticeFormType } from './practice-values.ts'
import styles from './settings.module.css'

const regions = new Intl.DisplayNames('en', { type: 'region' })
const PAPER_WORDS = { A4: 'A4', LETTER: 'Letter' } as const
const options = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }))
const RULES = options(SESSION_RULES, SESSION_RULE_WORDS)
const WHOLE = { allowDecimal: false, allowNegative: false } as const

export function PracticeCards({ form, practice }: { form: PracticeFormType; practice: Practice }) {
  const one = clientWords[form.values.clientWord].one
  return (
    <>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>Name and address</h2>
        <TextInput label="Name of the practice" dir="auto" {...form.getInputProps('name')} />
        <Textarea label="Address" autosize minRows={2} maxRows={6} dir="auto" {...form.getInputProps('address')} />
        <div className={styles.two}>
          <TextInput label="Phone" {...form.getInputProps('phone')} />
          <TextInput label="E-mail" {...form.getInputProps('email')} />
        </div>
        <div className={styles.two}>
          <TextInput label="Registration or tax number" {...form.getInputProps('registration')} />
          <Select label="Paper" data={options(PAPERS, PAPER_WORDS)} {...form.getInputProps('paper')} />
        </div>
        <dl className={styles.fixed}>
          <div>
            <dt>Country</dt>
            <dd>{regions.of(practice.country)}</dd>
          </div>
          <div>
            <dt>Currency</dt>
            <dd>{practice.currency}</dd>
          </div>
          <div>
            <dt>Prices</dt>
            <dd>{practice.pricesIncludeTax ? 'Tax included' : 'Tax is added'}</dd>
          </div>
        </dl>
      </Card>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>Missed appointments</h2>
        <div className={styles.two}>
          <Select label={`When a ${one} does not come`} data={RULES} {...form.getInputProps('noShowRule')} />
          <Select label={`When a ${one} cancels late`} data={RULES} {...form.getInputProps('lateCancelRule')} />
        </div>
        <div className={styles.two}>
          <NumberInput label="Late means less than" suffix=" hours before" {...WHOLE} {...form.getInputProps('lateCancelHours')} />
        </div>
      </Card>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>Packages</h2>
        <div className={styles.two}>
          <Select label="When booking" data={options(PACKAGE_CHOICES, PACKAGE_CHOICE_WORDS)} {...form.getInputProps('packageChoice')} />
          <Select
            label="May sessions be used before they are paid?"
            data={options(USE_BEFORE_PAID, USE_BEFORE_PAID_WORDS)}
            {...form.getInputProps('useBeforePaid')}
          />
        </div>
      </Card>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>At the desk</h2>
        <div className={styles.two}>
          <Select
            label="The people you treat are"
            data={CLIENT_WORDS.map((value) => ({ value, label: clientWords[value].many }))}
            {...form.getInputProps('clientWord')}
          />
          <NumberInput label="Invoices are due after" suffix=" days" {...WHOLE} {...form.getInputProps('dueDays')} />
        </div>
        <div className={styles.two}>
          <NumberInput label="Lock the screen after" suffix=" minutes without input" {...WHOLE} {...form.getInputProps('lockMinutes')} />
        </div>
      </Card>
    </>
  )
}
