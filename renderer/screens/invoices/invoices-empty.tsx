// No invoices: none yet, or none that match.

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useClientWords } from '../../components/use-practice.ts'

interface Props {
  isFiltered: boolean
  onClear: () => void
}

export function InvoicesEmpty({ isFiltered, onClear }: Props) {
  const words = useClientWords()
  return (
    <Card>
      {isFiltered ? (
        <EmptyState
          title="No invoice matches these filters"
          action={
            <Button variant="default" onClick={onClear}>
              Show all invoices
            </Button>
          }
        />
      ) : (
        <EmptyState
          title="No invoices yet"
          action={
            <Button component={Link} to="/clients">
              Choose a {words.one}
            </Button>
          }
        >
          Selling a package makes one, and so does every appointment that is completed or paid.
        </EmptyState>
      )}
    </Card>
  )
}
