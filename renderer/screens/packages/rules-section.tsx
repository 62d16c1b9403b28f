// What happens to the session when a client does not come or cancels late: the practice's rule, or the package's own.

import { Select } from '@mantine/core'
import { SESSION_RULES, type SessionRule } from '../../../shared/domain/words.ts'
import { usePractice } from '../../components/use-practice.ts'
import { SESSION_RULE_WORDS } from '../../words.ts'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { Section } from './section.tsx'

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
  return (
    <Section title="When a visit does not take place">
      <div className={styles.twoColumns}>
        {field('noShowRule', 'No-show', practice.noShowRule)}
        {field('lateCancelRule', `Cancelled less than ${practice.lateCancelHours} hours before`, practice.lateCancelRule)}
      </div>
    </Section>
  )
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
