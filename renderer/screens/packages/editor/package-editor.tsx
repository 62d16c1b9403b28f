// The package as one page of fields with a live summary at the side. Leaving with unsaved changes asks first.
// Enter saves and goes back to the list; Ctrl+S saves and stays.

import { Button, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api, newKey } from '../../../api.ts'
import { commandsDone } from '../../../components/commands-done.ts'
import { DraftOffer } from '../../../components/draft-offer.tsx'
import { MeanwhileNotice } from '../../../components/meanwhile-notice.tsx'
import { notifyDone, notifyProblem } from '../../../components/notify-done.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { ToneBadge } from '../../../components/state-badge.tsx'
import { useCan } from '../../../components/use-can.ts'
import { useClock } from '../../../components/use-clock.ts'
import { usePractice } from '../../../components/use-practice.ts'
import { BasicsSection } from './basics-section.tsx'
import { EditorNote } from './editor-note.tsx'
import { ItemsSection } from './items-section.tsx'
import { figuresOf } from './package-figures.ts'
import { type Catalog, emptyPackage, errorsOf, inputOf, type Package, type PackageValues, valuesOf } from './package-form.ts'
import { PackageSummary } from './package-summary.tsx'
import styles from './package.module.css'
import { OfferSection } from './offer-section.tsx'
import { PaymentSection } from './payment-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { showRefusal } from './show-refusal.ts'
import { useDraft } from '../../../components/use-draft.ts'
import { draftOf, useMeanwhile } from '../../../components/use-meanwhile.ts'
import { useLeaveGuard } from '../../../components/use-leave-guard.ts'
import type { Version } from './use-versions.ts'
import { ValiditySection } from './validity-section.tsx'
import { VersionsSection } from './versions-section.tsx'

interface Props {
  /** Null: a new package. */
  saved: Package | null
  /** All of its versions, the newest first. */
  versions: readonly Version[]
  /** Saves what is typed as the next version. */
  renewing: boolean
  /** What a new package starts with; null: nothing. */
  start: PackageValues | null
  catalog: Catalog
  onLeave: () => void
  /** After a save that stays on the page. */
  onStay: (saved: Package) => void
}

export function PackageEditor({ saved, versions, renewing, start, catalog, onLeave, onStay }: Props) {
  const { today } = useClock()
  const { currency, pricesIncludeTax } = usePractice()
  const navigate = useNavigate()
  const mayEdit = useCan()('packages.edit') !== undefined
  const shown = versions.find((v) => v.id === saved?.id)
  const isOlder = shown !== undefined && !shown.current
  const readOnly = !mayEdit || isOlder
  const locked = !renewing && (saved?.locked ?? false)
  const save = useMutation(renewing ? api.packages.saveVersion.mutationOptions() : api.packages.save.mutationOptions())
  const [key, setKey] = useState(newKey)
  const fields = useRef<HTMLFormElement>(null)
  const [initialValues] = useState(() =>
    saved
      ? valuesOf(saved)
      : (start ??
        emptyPackage(
          catalog.taxes.filter((t) => t.active).map((t) => t.id),
          currency,
        )),
  )
  const form = useForm<PackageValues>({
    initialValues,
    validate: (values) => errorsOf(values, { today, currency }, saved),
  })
  const isDirty = form.isDirty() && !readOnly
  useLeaveGuard(() => form.isDirty() && !readOnly)
  const draft = useDraft({
    form: `package ${saved?.id ?? 'new'}${renewing ? ' terms' : ''}`,
    ...draftOf(form),
    isDirty,
  })
  const meanwhile = useMeanwhile(form, saved && valuesOf(saved))

  /** Into the middle of the page, where nothing lies over it. Whether there is one. */
  function focusMistake(): boolean {
    const field = fields.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistake]')
    field?.focus({ preventScroll: true })
    field?.scrollIntoView({ block: 'center' })
    return field != null
  }

  async function submit(stay: boolean) {
    if (readOnly || save.isPending) return
    await commandsDone() // a category that is just being made for it
    if (form.validate().hasErrors) {
      const [first = ''] = Object.values(errorsOf(form.getValues(), { today, currency }, saved))
      return void requestAnimationFrame(() => focusMistake() || notifyProblem(first))
    }
    save.mutate(inputOf(form.getValues(), saved?.id ?? null, key), {
      onSuccess: (done) => {
        notifyDone(renewing ? `Version ${next} of ${done.name} is sold from now on.` : `${done.name} is saved.`)
        setKey(newKey())
        form.setFieldValue('mark', done.mark)
        form.resetDirty()
        if (stay || renewing) onStay(done)
        else onLeave()
      },
      onError: (error) => {
        showRefusal(error, form, catalog)
        requestAnimationFrame(focusMistake)
      },
    })
  }
  useHotkeys([['mod+S', () => void submit(true)]], [])

  const next = (versions[0]?.version ?? 0) + 1
  const figures = figuresOf(form.values, catalog, pricesIncludeTax)
  const section = { form, catalog, locked, readOnly }
  return (
    <>
      <div className={styles.head}>
        <PageHeader
          title={saved ? (renewing ? `New terms for ${saved.name}` : saved.name) : 'New package'}
          beside={
            saved &&
            !isOlder &&
            (saved.deleted ? <ToneBadge tone="bad">Deleted</ToneBadge> : !saved.active && <ToneBadge>Inactive</ToneBadge>)
          }
          subtitle={
            <EditorNote
              mayEdit={mayEdit}
              renewing={renewing}
              shown={shown}
              current={versions[0]}
              sold={versions.reduce((n, v) => n + v.clientPackages, 0)}
            />
          }
          actions={
            readOnly ? (
              <Button variant="default" onClick={onLeave}>
                Back to packages
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={onLeave}>
                  Cancel
                </Button>
                {locked && saved && !saved.deleted && (
                  <Button
                    variant="default"
                    onClick={() => void navigate({ to: '/packages/$packageId/terms', params: { packageId: String(saved.id) } })}
                  >
                    Edit terms
                  </Button>
                )}
                <Tooltip position="bottom-end" label="Enter saves and goes back to the list, Ctrl+S saves and stays here">
                  <Button loading={save.isPending} onClick={() => void submit(false)}>
                    {renewing ? `Save version ${next}` : 'Save package'}
                  </Button>
                </Tooltip>
              </>
            )
          }
        />
      </div>
      <div className={styles.columns}>
        <form
          ref={fields}
          noValidate
          className={styles.sections}
          onSubmit={(event) => {
            event.preventDefault()
            void submit(false)
          }}
        >
          <DraftOffer draft={draft} />
          <MeanwhileNotice meanwhile={meanwhile} />
          <BasicsSection {...section} locked={locked || renewing || (shown?.version ?? 1) > 1} isNew={saved === null} />
          <ItemsSection {...section} />
          <PaymentSection {...section} figures={figures} today={today} />
          <ValiditySection {...section} />
          <RulesSection {...section} />
          <OfferSection {...section} />
          {saved && (locked || versions.length > 1) && !renewing && (
            <VersionsSection versions={versions} catalog={catalog} shownId={saved.id} />
          )}
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </form>
        <PackageSummary values={form.values} figures={figures} today={today} />
      </div>
    </>
  )
}
