// The agreed fee of each service of an item that is paid with each appointment.

import { formatMoney } from '../../../../shared/format.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { usePractice } from '../../../components/use-practice.ts'
import { cataloguePriceOf } from './package-figures.ts'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'

export function FeeFields({ form, catalog, index, readOnly }: SectionProps & { index: number }) {
  const { currency } = usePractice()
  const services = form.values.items[index]?.services ?? []
  if (services.length === 0) return null
  return (
    <div className={styles.fees}>
      {services.map(({ serviceId, feeMinor }, i) => {
        const path = `items.${index}.services.${i}.feeMinor` as const
        const regular = cataloguePriceOf([serviceId], catalog.services)
        return (
          <MoneyInput
            key={serviceId}
            label={`Fee for ${catalog.services.find((s) => s.id === serviceId)?.name ?? 'this service'}`}
            description={regular === null ? undefined : `Catalogue price ${formatMoney(regular, currency)}`}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            currency={currency}
            value={feeMinor}
            onChange={(fee) => {
              form.setFieldValue(path, fee)
              form.clearFieldError(path)
            }}
            error={form.errors[path]}
            disabled={readOnly}
          />
        )
      })}
    </div>
  )
}
