// The filter by price: from, to, or both. Of packages paid at each appointment it is the fee.

import { Popover } from '@mantine/core'
import { formatMoney } from '../../../../shared/format.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { usePractice } from '../../../components/use-practice.ts'
import { FilterButton } from '../../../components/list/filter-button.tsx'
import type { PackagesSearch } from './packages-search.ts'
import styles from './packages-filters.module.css'

interface Props {
  search: PackagesSearch
  onChange: (next: PackagesSearch) => void
}

export function PriceFilter({ search: { priceFrom, priceTo }, onChange }: Props) {
  const { currency } = usePractice()
  const money = (minor: number) => formatMoney(minor, currency)
  const words =
    priceFrom !== undefined && priceTo !== undefined
      ? `${money(priceFrom)} – ${money(priceTo)}`
      : priceFrom !== undefined
        ? `from ${money(priceFrom)}`
        : priceTo !== undefined
          ? `up to ${money(priceTo)}`
          : 'all'
  const isTurned = priceFrom !== undefined && priceTo !== undefined && priceFrom > priceTo
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <FilterButton isOn={words !== 'all'}>Price: {words}</FilterButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Price">
        <div className={styles.fields}>
          <MoneyInput label="From" value={priceFrom ?? null} onChange={(minor) => onChange({ priceFrom: minor ?? undefined })} />
          <MoneyInput
            label="To"
            value={priceTo ?? null}
            onChange={(minor) => onChange({ priceTo: minor ?? undefined })}
            error={isTurned ? 'Less than “From”.' : undefined}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
