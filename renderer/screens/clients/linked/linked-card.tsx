// One linked client: who it is, what each is to the other and may do. Unlinking says first what it ends.

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDate, formatDateTime, fullName, plural } from '../../../../shared/format.ts'
import { api, client as calls, newKey } from '../../../api.ts'
import { Avatar } from '../../../components/avatar.tsx'
import { Card } from '../../../components/card.tsx'
import { confirmDialog } from '../../../components/confirm-dialog.tsx'
import { notifyDone } from '../../../components/notify-done.tsx'
import { showError } from '../../../components/show-error.tsx'
import { useCan } from '../../../components/use-can.ts'
import type { OneClient } from '../client-types.ts'
import { type Linked, type LinkSide, mayWords, relationWords } from './link-words.ts'
import styles from './linked.module.css'

interface Props {
  client: OneClient
  linked: Linked
  onEdit: (() => void) | undefined
}

export function LinkedCard({ client, linked, onEdit }: Props) {
  const name = fullName(client)
  const { otherId, otherName, otherBirthDate } = linked
  return (
    <article aria-label={otherName}>
      <Card className={styles.card}>
        <header className={styles.head}>
          <Avatar name={otherName} size={32} />
          <h2 className={styles.name}>
            <Link to="/clients/$clientId" params={{ clientId: String(otherId) }} search={{ tab: 'linked' }} className={styles.link}>
              <bdi>{otherName}</bdi>
            </Link>
          </h2>
          {otherBirthDate && <span className={styles.quiet}>born {formatDate(otherBirthDate)}</span>}
          {onEdit && (
            <span className={styles.actions}>
              <Button variant="default" size="compact-md" onClick={onEdit}>
                Change
              </Button>
              <Unlink clientId={client.id} name={name} linked={linked} />
            </span>
          )}
        </header>
        <div className={styles.sides}>
          <Side who={otherName} whom={name} side={linked.other} />
          <Side who={name} whom={otherName} side={linked.client} />
        </div>
      </Card>
    </article>
  )
}

function Side({ who, whom, side }: { who: string; whom: string; side: LinkSide }) {
  const may = mayWords(side, whom)
  return (
    <section aria-label={relationWords(who, side.label, whom)} className={styles.side}>
      <h3 dir="auto">{relationWords(who, side.label, whom)}</h3>
      {may.length === 0 ? (
        <p className={styles.quiet}>and may do nothing for them here.</p>
      ) : (
        <ul>
          {may.map((words) => (
            <li key={words} dir="auto">
              {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Whoever may not share may not end sharing either. */
function Unlink({ clientId, name, linked }: { clientId: number; name: string; linked: Linked }) {
  const mayShare = useCan()('clientPackages.share') !== undefined
  const unlink = useMutation(api.clients.unlink.mutationOptions())
  const { otherId, otherName } = linked
  const shares = [linked.other, linked.client].some((side) => side.sharing.kind !== 'none')
  if (shares && !mayShare) return null

  const ask = async () => {
    try {
      const { ends, visits } = await calls.clients.previewUnlink({ clientId, otherId })
      confirmDialog({
        title: `Unlink ${name} and ${otherName}?`,
        confirm: 'Unlink',
        danger: true,
        onConfirm: () =>
          unlink.mutate(
            { key: newKey(), clientId, otherId },
            { onSuccess: () => notifyDone(`${name} and ${otherName} are no longer linked.`), onError: (error) => showError(error) },
          ),
        children: (
          <div className={styles.ends}>
            {ends.length === 0 ? <p>Neither could do anything for the other, so nothing else ends.</p> : <Words rows={ends} />}
            {visits.length > 0 && (
              <>
                <p>
                  {plural(
                    visits.length,
                    'booked visit on a shared package stays, with its session',
                    'booked visits on shared packages stay, with their sessions',
                  )}
                  :
                </p>
                <Words rows={visits.map((v) => `${formatDateTime(v.at)}: ${v.treated} on ${v.packageName}`)} />
              </>
            )}
          </div>
        ),
      })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Button variant="default" size="compact-md" loading={unlink.isPending} onClick={() => void ask()}>
      Unlink …
    </Button>
  )
}

function Words({ rows }: { rows: readonly string[] }) {
  return (
    <ul>
      {rows.map((words) => (
        <li key={words} dir="auto">
          {words}
        </li>
      ))}
    </ul>
  )
}
