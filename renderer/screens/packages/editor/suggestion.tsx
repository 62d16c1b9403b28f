// Suggests a description and a category for the package as it stands in the form: by a rule of our own, or by the language
// model that the practice connected, which is asked only when its button is pressed. Nothing is filled in before "Use it".

import { Button } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Suggestion as Suggested, suggestionFor } from '../../../../shared/domain/suggestions.ts'
import { api, client } from '../../../api.ts'
import { useAsking } from '../../../components/use-asking.ts'
import type { SectionProps } from './package-form.ts'
import { askedOf, describableOf } from './package-suggestion.ts'
import styles from './suggestion.module.css'

type Parts = Pick<SectionProps, 'form' | 'catalog'>

export function Suggestion(parts: Parts) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        className={styles.open}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconSparkles size={15} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        Suggest description and category
      </Button>
      {isOpen && <Offers {...parts} />}
    </>
  )
}

function Offers({ form, catalog }: Parts) {
  const { data: connection } = useQuery(api.suggestions.connection.queryOptions())
  const model = useAsking<Suggested>()
  const { values } = form
  const asked = askedOf(values)
  const shown = model.answer ?? suggestionFor(describableOf(values, catalog), catalog.categories)
  const category = catalog.categories.find(({ id }) => id === shown.categoryId)

  return (
    <section className={styles.panel} aria-label="Suggestion">
      {shown.description === '' ? (
        <p className={styles.faint}>Choose a service or product first, then it can be described.</p>
      ) : (
        <Offer
          what="description"
          isUsed={values.description === shown.description}
          onUse={() => form.setFieldValue('description', shown.description)}
        >
          {shown.description}
        </Offer>
      )}
      {category && (
        <Offer what="category" isUsed={values.categoryId === category.id} onUse={() => form.setFieldValue('categoryId', category.id)}>
          Category {category.name}
        </Offer>
      )}
      {connection?.isOn && (
        <>
          <p className={styles.faint} role="status">
            {model.isAsking ? `Asking ${connection.model} …` : model.answer ? `Suggested by ${connection.model}.` : ''}
          </p>
          {model.failed !== null && (
            <p className={styles.failed} role="alert">
              {model.failed} Nothing was changed.
            </p>
          )}
          <Button
            className={styles.ask}
            variant="default"
            size="compact-sm"
            loading={model.isAsking}
            disabled={asked.length === 0}
            onClick={() => model.ask(() => client.suggestions.fromModel({ name: values.name, items: asked }))}
          >
            Ask {connection.model}
          </Button>
        </>
      )}
    </section>
  )
}

interface OfferProps {
  what: string
  isUsed: boolean
  onUse: () => void
  children: React.ReactNode
}

function Offer({ what, isUsed, onUse, children }: OfferProps) {
  return (
    <div className={styles.offer}>
      <p dir="auto">{children}</p>
      <Button variant="light" size="compact-sm" disabled={isUsed} onClick={onUse} aria-label={`Use this ${what}`}>
        {isUsed ? 'In use' : 'Use it'}
      </Button>
    </div>
  )
}
