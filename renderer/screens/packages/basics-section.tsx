// What the package is called and how it is described: to clients, and for staff only.

import { Textarea, TextInput } from '@mantine/core'
import { CategoryPicker } from './category-picker.tsx'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { Section } from './section.tsx'

export function BasicsSection({ form, catalog, locked, readOnly }: SectionProps) {
  return (
    <Section title="Package">
      <div className={styles.twoColumns}>
        <TextInput
          label="Name"
          placeholder="Relax 10"
          withAsterisk
          maxLength={80}
          disabled={locked || readOnly}
          description={locked ? 'Fixed since the first sale.' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <CategoryPicker
          categories={catalog.categories}
          value={form.values.categoryId}
          onChange={(id) => form.setFieldValue('categoryId', id)}
          disabled={readOnly}
        />
      </div>
      <Textarea label="Description" placeholder="What clients read about it" autosize minRows={1} maxRows={6} disabled={readOnly} {...form.getInputProps('description')} />
      <Textarea label="Notes for staff" placeholder="Never shown to clients" autosize minRows={1} maxRows={6} disabled={readOnly} {...form.getInputProps('notes')} />
    </Section>
  )
}
