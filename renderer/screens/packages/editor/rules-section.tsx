// What happens to the session when a client does not come or cancels late: the practice's rule, or the package's own.

import { Select } from '@mantine/core'
import { SESSION_RULES, type SessionRule } from '../../../../shared/domain/words.ts'
import { usePractice } from '../../../components/use-practice.ts'
import { SESSION_RULE_WORDS } from '../../../words.ts'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { Fold } from './fold.tsx'

const TITLE = 'When a visit does not take place'
const PRACTICE = 'practice'

export function RulesSection({ form, readOnly }: SectionProps) {
  const practice = usePractice()
  const field = (name: 'noShowRule' | 'lateCancelRule', label: string, practiceRule: SessionRule) => (
    <Select
      label={label}
      data={[
        { value: PRACTICE, label: `As in the settings: ${lowerFirst(SESSION_RULE_WORDS[practiceRule])}` },
        ...SESSION_RULES.map((rule) => ({ value: rule, label: SESSION_RULE_WORDS[rule] })),
      ]}
      value={form.values[name] ?? PRACTICE}
      onChange={(rule) => form.setFieldValue(name, SESSION_RULES.find((r) => r === rule) ?? null)}
      disabled={readOnly}
    />
  )
  const isOwn = form.values.noShowRule !== null || form.values.lateCancelRule !== null
  return (
    <section className={styles.section} aria-label={TITLE}>
      <Fold heading title={TITLE} summary={isOwn ? 'By rules of its own' : 'As in the settings'} hasError={false}>
        <div className={styles.twoColumns}>
          {field('noShowRule', 'No-show', practice.noShowRule)}
          {field('lateCancelRule', `Cancelled less than ${practice.lateCancelHours} hours before`, practice.lateCancelRule)}
        </div>
      </Fold>
    </section>
  )
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
