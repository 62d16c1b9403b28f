// The fields of the practice, in cards by what they are about. What was fixed at set-up is shown, not asked.

import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { CLIENT_WORDS, PACKAGE_CHOICES, PAPERS, SESSION_RULES, USE_BEFORE_PAID } from '../../../shared/domain/words.ts'
import { Card } from '../../components/card.tsx'
import { RateInput } from '../../components/rate-input.tsx'
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

interface Props {
  form: PracticeFormType
  practice: Practice
  /** The person may look only. */
  readOnly: boolean
}

export function PracticeCards({ form, practice, readOnly }: Props) {
  const propsOf: typeof form.getInputProps = (path, options) => ({ ...form.getInputProps(path, options), readOnly })
  const one = clientWords[form.values.clientWord].one
  return (
    <>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>Name and address</h2>
        <TextInput label="Name of the practice" required dir="auto" {...propsOf('name')} />
        <Textarea label="Address" autosize minRows={2} maxRows={6} dir="auto" {...propsOf('address')} />
        <div className={styles.two}>
          <TextInput label="Phone" {...propsOf('phone')} />
          <TextInput label="E-mail" {...propsOf('email')} />
        </div>
        <div className={styles.two}>
          <TextInput label="Registration or tax number" {...propsOf('registration')} />
          <Select label="Paper" data={options(PAPERS, PAPER_WORDS)} {...propsOf('paper')} />
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
          <Select label={`When a ${one} does not come`} data={RULES} {...propsOf('noShowRule')} />
          <Select label={`When a ${one} cancels late`} data={RULES} {...propsOf('lateCancelRule')} />
        </div>
        <div className={styles.two}>
          <NumberInput label="Late means less than" suffix=" hours before" {...WHOLE} {...propsOf('lateCancelHours')} />
        </div>
      </Card>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>Packages</h2>
        <div className={styles.two}>
          <Select label="When booking" data={options(PACKAGE_CHOICES, PACKAGE_CHOICE_WORDS)} {...propsOf('packageChoice')} />
          <Select
            label="May sessions be used before they are paid?"
            data={options(USE_BEFORE_PAID, USE_BEFORE_PAID_WORDS)}
            {...propsOf('useBeforePaid')}
          />
        </div>
        <div className={styles.two}>
          <NumberInput label="Running low at" suffix=" sessions left, or fewer" max={99} {...WHOLE} {...propsOf('lowSessions')} />
          <NumberInput label="Expiring soon within" suffix=" days" max={365} {...WHOLE} {...propsOf('lowDays')} />
        </div>
        <div className={styles.two}>
          <RateInput label="Highest discount at the desk" {...propsOf('discountLimit')} />
        </div>
        <Switch
          label="A cancelled package may be reactivated"
          disabled={readOnly}
          {...form.getInputProps('mayReactivate', { type: 'checkbox' })}
        />
        <Switch
          label={`Every package a ${one} gets has an invoice`}
          disabled={readOnly}
          {...form.getInputProps('invoiceAlways', { type: 'checkbox' })}
        />
      </Card>
      <Card className={styles.fields}>
        <h2 className={styles.cardTitle}>At the desk</h2>
        <div className={styles.two}>
          <Select
            label="The people you treat are"
            data={CLIENT_WORDS.map((value) => ({ value, label: clientWords[value].many }))}
            {...propsOf('clientWord')}
          />
          <NumberInput label="Invoices are due after" suffix=" days" {...WHOLE} {...propsOf('dueDays')} />
        </div>
        <div className={styles.two}>
          <NumberInput label="Lock the screen after" suffix=" minutes without input" {...WHOLE} {...propsOf('lockMinutes')} />
        </div>
      </Card>
    </>
  )
}
