// Which states of invoices are listed. Nothing chosen: everything that was published.

import { Menu } from '@mantine/core'
import { INVOICE_STATES, type InvoiceState } from '../../../shared/domain/words.ts'
import { FilterButton } from '../../components/list/filter-button.tsx'
import { INVOICE_WORDS } from '../../words.ts'

interface Props {
  states: InvoiceState[] | undefined
  onChange: (states: InvoiceState[] | undefined) => void
}

const TO_PAY: InvoiceState[] = ['open', 'partPaid', 'overdue']
/** In the order people look for them. */
const ORDER: InvoiceState[] = [...TO_PAY, 'paid', 'loss', 'draft', 'void', 'discarded']

export function StateFilter({ states, onChange }: Props) {
  const isToPay = states?.length === TO_PAY.length && TO_PAY.every((state) => states.includes(state))
  const words = !states?.length ? 'published' : isToPay ? 'to pay' : states.map((state) => INVOICE_WORDS[state].toLowerCase()).join(', ')
  const choose = (chosen: string[]) => onChange(chosen.length > 0 ? INVOICE_STATES.filter((state) => chosen.includes(state)) : undefined)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <FilterButton isOn={states !== undefined}>State: {words}</FilterButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange(undefined)}>All published</Menu.Item>
        <Menu.Item onClick={() => onChange(TO_PAY)}>Everything to pay</Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxGroup value={states ?? []} onChange={choose}>
          {ORDER.map((state) => (
            <Menu.CheckboxItem key={state} value={state}>
              {INVOICE_WORDS[state]}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
