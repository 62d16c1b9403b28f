// Who is billed for a sale, in one line; Change unfolds the choice. The package is the client's whoever pays.

import { Button, CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { QueryState } from '../query-state.tsx'
import { useClientWords } from '../use-practice.ts'
import { type AtHand, PayerChoice } from './payer-choice.tsx'
import { AS_USUAL, type PayerDraft, problemOfPayer } from './payer-draft.ts'
import { noteOf } from './payer-words.ts'
import styles from './payer.module.css'

interface Props {
  /** Whose package it is. */
  clientId: number
  /** Billed unless somebody else is chosen: the client, or who paid what is upgraded. */
  usual: { clientId: number; name: string }
  value: PayerDraft
  onChange: (draft: PayerDraft) => void
  /** What is missing is said. */
  marked: boolean
}

export function SalePayer({ clientId, usual, value, onChange, marked }: Props) {
  const words = useClientWords()
  if (!value.shown)
    return (
      <div className={styles.line}>
        <p>
          Billed to <bdi className={styles.name}>{usual.name}</bdi>
        </p>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Bill to another ${words.one}`}
          onClick={() => onChange({ ...value, shown: true })}
        >
          Change
        </Button>
      </div>
    )
  return (
    <div className={styles.unfolded}>
      <div className={styles.unfoldedHead}>
        <CloseButton size="sm" aria-label={`Billed to ${usual.name}`} onClick={() => onChange(AS_USUAL)} />
      </div>
      <People clientId={clientId} usual={usual} value={value} onChange={onChange} marked={marked} />
    </div>
  )
}

function People({ clientId, usual, value, onChange, marked }: Props) {
  const client = useQuery(api.clients.get.queryOptions({ input: { id: clientId } }))
  const links = useQuery(api.clients.links.queryOptions({ input: { clientId } }))
  const name = client.data ? fullName(client.data) : ''
  return (
    <QueryState query={links}>
      {(linked) => {
        const own: AtHand = { clientId, name, note: '' }
        const others = linked.map((l) => ({
          clientId: l.otherId,
          name: l.otherName,
          note: noteOf({ clientId: l.otherId, why: 'linked', label: l.other.label }, null),
        }))
        const known = [own, ...others]
        const atHand = known.some((k) => k.clientId === usual.clientId) ? known : [...known, { ...usual, note: 'paid so far' }]
        return (
          <PayerChoice
            label="Billed to"
            atHand={atHand}
            usualId={usual.clientId}
            value={value}
            onChange={onChange}
            error={marked ? problemOfPayer(value) : undefined}
            focusNow
          />
        )
      }}
    </QueryState>
  )
}
