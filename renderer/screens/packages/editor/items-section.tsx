// What the package grants, item by item. An item is a pool of services (any of them) or one product.

import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { ItemFields } from './item-fields.tsx'
import { newItem, type SectionProps } from './package-form.ts'
import styles from './package.module.css'
import { Section } from './section.tsx'

export function ItemsSection({ form, catalog, locked, readOnly }: SectionProps) {
  const { items } = form.values
  const fixed = locked || readOnly
  return (
    <Section
      title="Items"
      lockedBecause={
        locked
          ? 'Sold already, so services and quantities are fixed here; “Edit terms” changes them for later sales. Prices can change.'
          : undefined
      }
    >
      <div className={styles.items}>
        {items.map((item, index) => (
          <ItemFields
            key={item.key}
            form={form}
            catalog={catalog}
            index={index}
            locked={locked}
            readOnly={readOnly}
            onRemove={items.length > 1 && !fixed ? () => form.removeListItem('items', index) : undefined}
          />
        ))}
      </div>
      {typeof form.errors.items === 'string' && (
        <Text role="alert" size="sm" c="red">
          {form.errors.items}
        </Text>
      )}
      {!fixed && (
        <Group gap={8}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('items', newItem(false))}
          >
            Add service
          </Button>
          {catalog.products.length > 0 && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => form.insertListItem('items', newItem(true))}
            >
              Add product
            </Button>
          )}
        </Group>
      )}
    </Section>
  )
}
