// Bringing client packages onto the current terms of their package: each with what would change, ticked by hand, and those that
// can't be with the reason.

import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { plural } from '../../../../shared/format.ts'
import { api, newKey } from '../../../api.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { notifyDone } from '../../../components/notify-done.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Page } from '../../../components/page.tsx'
import { QueryState } from '../../../components/query-state.tsx'
import { showError } from '../../../components/show-error.tsx'
import { useClientWords } from '../../../components/use-practice.ts'
import { type ApplyPreview, ApplyTable } from './apply-table.tsx'
import styles from './apply.module.css'

export function ApplyPage() {
  const { packageId } = useParams({ from: '/packages/$packageId/apply' })
  const preview = useQuery(api.packages.previewApply.queryOptions({ input: { id: Number(packageId) } }))
  const title = preview.data ? `Apply the terms of ${preview.data.name}` : 'Apply the terms'
  return (
    <Page>
      <PageHeader
        title={title}
        subtitle={
          <Link to="/packages/$packageId" params={{ packageId }} className={styles.back}>
            Back to the package
          </Link>
        }
      />
      <QueryState
        query={preview}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<EmptyState title="Nothing to apply">Every one that was sold has these terms already.</EmptyState>}
      >
        {(data) => <ApplyForm key={data.version} id={Number(packageId)} preview={data} />}
      </QueryState>
    </Page>
  )
}

function ApplyForm({ id, preview }: { id: number; preview: ApplyPreview }) {
  const navigate = useNavigate()
  const words = useClientWords()
  const able = preview.rows.filter((row) => row.why === null)
  const [chosen, setChosen] = useState(() => new Set(able.filter((row) => row.running).map((row) => row.clientPackageId)))
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [key, setKey] = useState(newKey)
  const apply = useMutation(api.packages.apply.mutationOptions())
  const ids = able.map((row) => row.clientPackageId).filter((each) => chosen.has(each))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() === '') return setMissing(true)
    apply.mutate(
      { key, id, clientPackageIds: ids, reason },
      {
        onSuccess: ({ changed }) => {
          notifyDone(
            `${plural(changed, `${words.one} package`)} ${changed === 1 ? 'has' : 'have'} the terms of version ${preview.version}.`,
          )
          void navigate({ to: '/packages/$packageId', params: { packageId: String(id) } })
        },
        onError: (error) => {
          setKey(newKey())
          showError(error)
        },
      },
    )
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.note}>
        What each was charged, how it is paid and its currency stay as they are. Sessions that come are worth nothing; those that go are
        shown as adjusted.
      </p>
      <ApplyTable preview={preview} chosen={chosen} onChange={setChosen} />
      <div className={styles.foot}>
        <TextInput
          label="Reason"
          required
          placeholder="For example: new terms agreed by letter"
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setMissing(false)
          }}
          error={missing ? 'Enter a reason.' : undefined}
        />
        <Button type="submit" disabled={ids.length === 0} loading={apply.isPending}>
          Apply to {ids.length}
        </Button>
      </div>
    </form>
  )
}
