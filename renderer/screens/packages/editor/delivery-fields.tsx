// How the sessions of an item are given, and what else may be booked on it by paying the difference. Folded: most items need none of it.

import { MultiSelect, Select } from '@mantine/core'
import { differenceOf } from '../../../../shared/domain/packages.ts'
import { DELIVERIES, ENDS_BY, MEDIA, SESSION_ENDINGS } from '../../../../shared/domain/words.ts'
import { formatMoney } from '../../../../shared/format.ts'
import { usePractice } from '../../../components/use-practice.ts'
import { DELIVERY_WORDS, ENDING_WORDS, ENDS_BY_WORDS, MEDIUM_WORDS } from '../../../words.ts'
import { CountInput } from '../../../components/count-input.tsx'
import { deliveryWords, slotMinutesOf, slotWords } from './item-words.ts'
import { Fold } from './fold.tsx'
import type { ItemValues, SectionProps } from './package-form.ts'
import styles from './package.module.css'

interface Props extends Pick<SectionProps, 'form' | 'catalog' | 'readOnly'> {
  index: number
  change: (next: Partial<ItemValues>) => void
}

const FIELDS = ['medium', 'durationMinutes', 'breakMinutes', 'topUpServiceIds'] as const
const choices = <T extends string>(values: readonly T[], words: Record<T, string>) =>
  values.map((value) => ({ value, label: words[value] }))

export function DeliveryFields({ form, catalog, index, readOnly, change }: Props) {
  const practice = usePractice()
  const code = form.values.currency === practice.currency ? '' : ` ${practice.currency}`
  const item = form.values.items[index]
  if (!item) return null
  const errorOf = (field: (typeof FIELDS)[number]) => form.errors[`items.${index}.${field}`]
  const slot = slotMinutesOf(item, catalog.services)
  const covered = catalog.services.filter((s) => item.services.some((c) => c.serviceId === s.id))
  const differences = catalog.services
    .filter((s) => item.topUpServiceIds.includes(s.id))
    .map((s) => {
      const prices = covered.map((c) => c.priceMinor)
      return `${s.name} for ${formatMoney(differenceOf(s.priceMinor, prices), practice.currency)}${code} more`
    })
  return (
    <Fold
      title="Delivery and top-up"
      summary={deliveryWords(item, catalog.services)}
      hasError={FIELDS.some((field) => errorOf(field) !== undefined)}
    >
      <div className={styles.fourColumns}>
        <Select
          label="Given"
          data={choices(DELIVERIES, DELIVERY_WORDS)}
          value={item.delivery}
          onChange={(delivery) => delivery && change({ delivery })}
          disabled={readOnly}
        />
        {item.delivery === 'online' && (
          <Select
            label="By"
            data={choices(MEDIA, MEDIUM_WORDS)}
            value={item.medium}
            onChange={(medium) => medium && change({ medium })}
            error={errorOf('medium')}
            disabled={readOnly}
          />
        )}
        <CountInput
          label="Minutes"
          placeholder={slot === null ? 'The service’s' : String(slot)}
          value={item.durationMinutes}
          onChange={(durationMinutes) => change({ durationMinutes })}
          max={720}
          error={errorOf('durationMinutes')}
          disabled={readOnly}
        />
        <CountInput
          label="Break in them"
          placeholder="None"
          description={item.breakMinutes === null ? undefined : (slotWords(slot, item.breakMinutes) ?? undefined)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={item.breakMinutes}
          onChange={(breakMinutes) => change({ breakMinutes: breakMinutes === 0 ? null : breakMinutes })}
          max={240}
          error={errorOf('breakMinutes')}
          disabled={readOnly}
        />
      </div>
      <div className={styles.twoColumns}>
        <Select
          label="A visit is ended"
          data={choices(ENDS_BY, ENDS_BY_WORDS)}
          value={item.endsBy}
          onChange={(endsBy) => endsBy && change({ endsBy })}
          disabled={readOnly}
        />
        <Select
          label="When it starts late"
          data={choices(SESSION_ENDINGS, ENDING_WORDS)}
          value={item.ending}
          onChange={(ending) => ending && change({ ending })}
          disabled={readOnly}
        />
      </div>
      <MultiSelect<number>
        label="May be booked on it for the difference in price"
        placeholder={item.topUpServiceIds.length === 0 ? 'No other service' : ''}
        description={differences.length > 0 ? `${differences.join(', ')}, by today’s prices.` : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        searchable
        hidePickedOptions
        nothingFoundMessage="No such service"
        data={catalog.services
          .filter((s) => (s.active && !covered.includes(s)) || item.topUpServiceIds.includes(s.id))
          .map((s) => ({ value: s.id, label: s.name }))}
        value={item.topUpServiceIds}
        onChange={(topUpServiceIds) => change({ topUpServiceIds })}
        error={errorOf('topUpServiceIds')}
        disabled={readOnly}
      />
    </Fold>
  )
}
