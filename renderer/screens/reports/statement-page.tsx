// The usage statement of one client, for insurers and for the client: what it is about at the left, and at the side the very
// PDF that will be printed or saved. Every choice is in the address.

import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatClientNumber, fullName } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { printDocument, saveDocument } from '../../components/pdf-preview/print-document.ts'
import { QueryState } from '../../components/query-state.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import { StatementChoices } from './statement-choices.tsx'
import { StatementPreview } from './statement-preview.tsx'
import styles from './statement.module.css'
import { useStatement } from './use-statement.ts'

const route = getRouteApi('/clients/$clientId/statement')

export function StatementPage() {
  const id = Number(route.useParams().clientId)
  const client = useQuery(api.clients.get.queryOptions({ input: { id } }))
  return <QueryState query={client}>{(found) => <StatementOf key={found.id} client={found} />}</QueryState>
}

function StatementOf({ client }: { client: { id: number; number: number; givenName: string; familyName: string } }) {
  const words = useClientWords()
  const statement = useStatement(client.id)
  const { documentId } = statement

  return (
    <div className={styles.page}>
      <PageHeader
        title="Usage statement"
        subtitle={
          <Link to="/clients/$clientId" params={{ clientId: String(client.id) }} search={{ tab: 'packages' }} className={styles.client}>
            <bdi>{fullName(client)}</bdi> · {words.One} {formatClientNumber(client.number)}
          </Link>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              data-disabled={documentId === null || undefined}
              aria-disabled={documentId === null}
              onClick={() => documentId !== null && saveDocument(documentId)}
            >
              Save PDF
            </Button>
            <Button
              leftSection={<IconPrinter size={16} aria-hidden />}
              data-disabled={documentId === null || undefined}
              aria-disabled={documentId === null}
              onClick={() => documentId !== null && printDocument(documentId)}
            >
              Print
            </Button>
          </>
        }
      />
      <div className={styles.columns}>
        <StatementChoices statement={statement} />
        <StatementPreview statement={statement} />
      </div>
    </div>
  )
}
