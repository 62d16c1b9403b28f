// What the package is called and how it is described: to clients, and for staff only.

import { Textarea, TextInput } from '@mantine/core'
import { CategoryPicker } from '../../../components/category-picker.tsx'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { Section } from './section.tsx'
import { Suggestion } from './suggestion.tsx'

export function BasicsSection({ form, catalog, locked, readOnly, isNew }: SectionProps & { isNew: boolean }) {
  return (
    <Section title="Package">
      <div className={styles.twoColumns}>
        <TextInput
          label="Name"
          placeholder="For example Relax 10"
          required
          maxLength={80}
          disabled={locked || readOnly}
          description={locked ? 'Fixed since the first sale.' : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoFocus={isNew}
          dir="auto"
          {...form.getInputProps('name')}
        />
        <CategoryPicker
          categories={catalog.categories}
          value={form.values.categoryId}
          onChange={(id) => form.setFieldValue('categoryId', id)}
          disabled={readOnly}
        />
      </div>
      <div className={styles.twoColumns}>
        <div>
          <Textarea
            label="Description"
            placeholder="What clients read about it"
            autosize
            minRows={2}
            maxRows={8}
            dir="auto"
            disabled={readOnly}
            {...form.getInputProps('description')}
          />
          {!readOnly && <Suggestion form={form} catalog={catalog} />}
        </div>
        <Textarea
          label="Notes for staff"
          placeholder="Never shown to clients"
          autosize
          minRows={2}
          maxRows={8}
          dir="auto"
          disabled={readOnly}
          {...form.getInputProps('notes')}
        />
      </div>
    </Section>
  )
}
