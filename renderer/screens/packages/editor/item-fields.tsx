// One item: what it covers, how many, and its price. Prices follow the catalogue until someone types another.

import { ActionIcon, Checkbox, MultiSelect, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { formatMoney } from '../../../../shared/format.ts'
import { minor, times } from '../../../../shared/money.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { usePractice } from '../../../components/use-practice.ts'
import { CountInput } from '../../../components/count-input.tsx'
import { cataloguePriceOf, countOf } from './package-figures.ts'
import { DeliveryFields } from './delivery-fields.tsx'
import { FeeFields } from './fee-fields.tsx'
import { productWords } from './item-words.ts'
import type { ItemValues, SectionProps } from './package-form.ts'
import styles from './package.module.css'

interface Props extends SectionProps {
  index: number
  onRemove: (() => void) | undefined
}

export function ItemFields({ form, catalog, index, locked, readOnly, onRemove }: Props) {
  const practice = usePractice()
  const { currency } = form.values
  /** The catalogue's prices are the practice's; in another currency nothing is proposed. */
  const isOwnCurrency = currency === practice.currency
  const item = form.values.items[index]
  if (!item) return null
  const fixed = locked || readOnly
  const atVisits = form.values.paymentStyle === 'eachAppointment'
  const path = `items.${index}` as const
  const change = (next: Partial<ItemValues>) => {
    form.setFieldValue(path, { ...item, ...next })
    for (const field of Object.keys(next)) form.clearFieldError(`${path}.${field === 'isProduct' ? 'services' : field}`)
  }
  const product = item.isProduct ? catalog.products.find((p) => p.id === item.productId) : undefined
  const subtotal = item.unlimited || item.itemPriceMinor === null ? null : times(minor(item.itemPriceMinor), countOf(item) ?? 0)

  const regularMinor = cataloguePriceOf(
    item.services.map((s) => s.serviceId),
    catalog.services,
  )

  function chooseServices(ids: number[]) {
    const services = ids.map(
      (serviceId) =>
        item!.services.find((s) => s.serviceId === serviceId) ?? { serviceId, feeMinor: cataloguePriceOf([serviceId], catalog.services) },
    )
    const follows = isOwnCurrency && (item!.itemPriceMinor === null || item!.itemPriceMinor === regularMinor)
    change({
      services,
      topUpServiceIds: item!.topUpServiceIds.filter((id) => !ids.includes(id)),
      ...(follows ? { itemPriceMinor: cataloguePriceOf(ids, catalog.services) } : {}),
    })
  }

  return (
    <div role="group" aria-label={`Item ${index + 1}`} className={styles.item}>
      <div className={styles.itemRow}>
        <div className={styles.covered}>
          {item.isProduct ? (
            <Select<number>
              label="Product"
              placeholder="Choose a product"
              searchable
              selectFirstOptionOnChange
              data={catalog.products.filter((p) => p.active || p.id === item.productId).map((p) => ({ value: p.id, label: p.name }))}
              value={item.productId}
              onChange={(productId) =>
                change({
                  productId,
                  itemPriceMinor: isOwnCurrency
                    ? (catalog.products.find((p) => p.id === productId)?.priceMinor ?? null)
                    : item.itemPriceMinor,
                })
              }
              error={form.errors[`${path}.productId`] ?? form.errors[`${path}.services`]}
              disabled={fixed}
            />
          ) : (
            <MultiSelect<number>
              label={item.services.length > 1 ? 'Any of these services' : 'Service'}
              placeholder={item.services.length === 0 ? 'Choose a service, or several' : ''}
              searchable
              selectFirstOptionOnChange
              hidePickedOptions
              styles={{ inputField: { minWidth: 40 } }}
              nothingFoundMessage="No such service"
              data={catalog.services
                .filter((s) => s.active || item.services.some((x) => x.serviceId === s.id))
                .map((s) => ({ value: s.id, label: s.name }))}
              value={item.services.map((s) => s.serviceId)}
              onChange={chooseServices}
              error={form.errors[`${path}.services`]}
              disabled={fixed}
            />
          )}
          {product && <p className={styles.note}>{productWords(product, catalog.taxes, { currency: practice.currency, isOwnCurrency })}</p>}
          {!isOwnCurrency && regularMinor !== null && (
            <p className={styles.note}>
              {formatMoney(regularMinor, practice.currency)} {practice.currency} one by one.
            </p>
          )}
          {item.services.length > 1 && <p className={styles.note}>One session pays for whichever of them is booked.</p>}
          {atVisits && item.isProduct && <p className={styles.note}>Handed over without a charge: nothing is invoiced at the sale.</p>}
        </div>
        <div className={styles.quantity}>
          <CountInput
            label={item.isProduct ? 'Pieces' : 'Sessions'}
            value={item.unlimited ? null : item.quantity}
            placeholder={item.unlimited ? 'Unlimited' : ''}
            onChange={(quantity) => change({ quantity })}
            max={999}
            error={form.errors[`${path}.quantity`]}
            disabled={fixed || item.unlimited}
          />
          {!item.isProduct && (
            <Checkbox
              label="Unlimited"
              checked={item.unlimited}
              onChange={(e) => change({ unlimited: e.currentTarget.checked, quantity: item.quantity })}
              disabled={fixed}
            />
          )}
        </div>
        <MoneyInput
          label={atVisits ? 'Regular price' : 'Item price'}
          currency={currency}
          value={item.itemPriceMinor}
          onChange={(itemPriceMinor) => change({ itemPriceMinor })}
          error={form.errors[`${path}.itemPriceMinor`]}
          disabled={readOnly}
        />
        <output className={styles.subtotal} aria-label={`Item ${index + 1}: all together`}>
          {subtotal === null ? '' : formatMoney(subtotal, currency)}
        </output>
        {onRemove && (
          <ActionIcon className={styles.remove} aria-label={`Remove item ${index + 1}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {atVisits && !item.isProduct && <FeeFields form={form} catalog={catalog} index={index} locked={locked} readOnly={readOnly} />}
      {!item.isProduct && <DeliveryFields form={form} catalog={catalog} index={index} readOnly={readOnly} change={change} />}
    </div>
  )
}
