// Services: what is booked, how long it takes, what it costs, and who gives it.

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Amount } from '../../components/amount.tsx'
import { usePractice } from '../../components/use-practice.ts'
import { RecordList } from './record-list.tsx'
import { ServiceForm } from './service-form.tsx'
import styles from './settings.module.css'
import { useNames } from './use-names.ts'

export function ServicesSection() {
  const services = useQuery(api.catalog.listServices.queryOptions())
  const { currency, pricesIncludeTax } = usePractice()
  const { categories, practitioners } = useNames()
  return (
    <RecordList
      title="Services"
      subtitle={`What can be booked. Regular fees in ${currency}, ${pricesIncludeTax ? 'tax included' : 'tax added on top'}.`}
      newWords="New service"
      empty="No services yet."
      emptyMore="Add what you offer: its length, its regular fee, and who gives it."
      mayEdit="settings.edit"
      query={services}
      nameOf={(service) => (
        <>
          <bdi>{service.name}</bdi>
          {service.code ? <span className={styles.sub}>{service.code}</span> : null}
        </>
      )}
      offWords={(service) => (service.active ? null : 'Not offered')}
      columns={[
        { title: 'Category', cell: (service) => categories(service.categoryId) },
        { title: 'Given by', cell: (service) => practitioners(service.practitionerIds) },
        {
          title: 'Minutes',
          isNumber: true,
          cell: ({ durationMinutes, breakMinutes }) => (breakMinutes > 0 ? `${durationMinutes} + ${breakMinutes}` : durationMinutes),
        },
        { title: 'Fee', isNumber: true, cell: (service) => <Amount minor={service.priceMinor} currency={currency} /> },
      ]}
      form={(service, close) => <ServiceForm service={service} onClose={close} />}
    />
  )
}
