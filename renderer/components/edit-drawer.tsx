// A side drawer that holds a form: Save and Cancel below, and a question before what was typed would be lost.

import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useContext, useEffect, useId } from 'react'
import { DrawerGuard } from './drawer-guard.ts'
import styles from './edit-drawer.module.css'
import { MeanwhileNotice } from './meanwhile-notice.tsx'
import { SideDrawer } from './side-drawer.tsx'
import { mayLeave, useLeaveGuard } from './use-leave-guard.ts'
import type { Meanwhile } from './use-meanwhile.ts'

interface Props {
  title: string
  onClose: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** Of the form as it is now; false once it is saved, before it closes. */
  isDirty: () => boolean
  isSaving: boolean
  /** What saving is called here, when it is more than that. */
  saveLabel?: string
  /** There is nothing in it that could be saved. */
  nothing?: boolean
  /** Of something saved: what another window did to it. */
  meanwhile?: Meanwhile | null
  children: ReactNode
}

export function EditDrawer({
  title,
  onClose,
  onSubmit,
  isDirty,
  isSaving,
  saveLabel = 'Save',
  nothing = false,
  meanwhile = null,
  children,
}: Props) {
  const formId = useId()
  const guard = useContext(DrawerGuard)
  useLeaveGuard(isDirty)
  useEffect(() => {
    if (!guard) return
    guard.current = isDirty
    return () => {
      guard.current = null
    }
  }, [guard, isDirty])
  const close = () => void (async () => (await mayLeave(isDirty)) && onClose())()

  return (
    <SideDrawer
      title={title}
      opened
      onClose={close}
      footer={
        <>
          {!nothing && (
            <Button type="submit" form={formId} loading={isSaving} className={styles.save}>
              {saveLabel}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {nothing ? 'Close' : 'Cancel'}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={onSubmit} noValidate>
        <MeanwhileNotice meanwhile={meanwhile} />
        {children}
      </form>
    </SideDrawer>
  )
}
