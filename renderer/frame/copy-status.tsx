// The quiet dot that tells in words how old the last verified copy is, and the small panel behind it.

import { Button, Popover, UnstyledButton } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api.ts'
import { sentenceOfError } from '../errors.ts'
import { ageWords, copyTone, copyWords, sizeWords } from './copy-age.ts'
import styles from './top-bar.module.css'
import { useMakeCopy } from './use-make-copy.ts'

const LOOK_EVERY_MS = 60_000

export function CopyStatus() {
  const status = useQuery(api.backups.status.queryOptions({ refetchInterval: LOOK_EVERY_MS }))
  const copy = useMakeCopy()
  const { data } = status
  const update = useQuery(api.updates.status.queryOptions({ refetchInterval: LOOK_EVERY_MS })).data?.found
  const words =
    update?.state === 'ready' ? `Version ${update.version} is ready` : data ? copyWords(data) : status.error ? 'Copies unknown' : ''

  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <UnstyledButton className={styles.status} aria-label={`Copies of the practice file: ${words}`}>
          <span className={styles.dot} data-tone={data ? copyTone(data) : 'unknown'} aria-hidden />
          <span className={styles.statusWords}>{words}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Copies of the practice file">
        <div className={styles.panel}>
          <h2>Copies of the practice file</h2>
          {status.error ? <p role="alert">{sentenceOfError(status.error)}</p> : null}
          {data?.alarm ? (
            <p className={styles.alarm}>
              {data.newest ? 'There has been no good copy for three days.' : 'There is no copy of your data yet.'} Make one now. If that
              fails, check that the folder below exists and its disk has room.
            </p>
          ) : null}
          {data ? (
            <dl className={styles.facts}>
              <dt>Last</dt>
              <dd>{data.newest && data.ageMinutes !== null ? `Checked and readable, ${ageWords(data.ageMinutes)}` : 'None yet'}</dd>
              {data.newest ? (
                <>
                  <dt>File</dt>
                  <dd>
                    {data.newest.fileName} · {sizeWords(data.newest.bytes)}
                  </dd>
                </>
              ) : null}
              <dt>Folder</dt>
              <dd>{data.folder}</dd>
            </dl>
          ) : null}
          {update?.state === 'ready' ? (
            <p>
              <Link to="/settings/$section" params={{ section: 'updates' }}>
                Tenpack {update.version} is ready to be installed
              </Link>
            </p>
          ) : null}
          <Button leftSection={<IconCopyCheck size={17} aria-hidden />} loading={copy.isPending} onClick={copy.make} fullWidth>
            Make a copy now
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
