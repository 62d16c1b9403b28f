// A side drawer that holds a form: Save and Cancel below, and a question before what was typed would be lost.

import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useId } from 'react'
import { confirmDialog } from './confirm-dialog.tsx'
import { SideDrawer } from './side-drawer.tsx'
import styles from './edit-drawer.module.css'

interface Props {
  title: string
  onClose: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  isDirty: () => boolean
  isSaving: boolean
  /** The verb on the button, "Save" unless said. */
  save?: string
  children: ReactNode
}

export function EditDrawer({ title, onClose, onSubmit, isDirty, isSaving, save = 'Save', children }: Props) {
  const formId = useId()
  const close = () => {
    if (!isDirty()) return onClose()
    confirmDialog({
      title: 'Leave without saving?',
      children: 'What you changed here is not saved yet.',
      confirm: 'Leave',
      danger: true,
      onConfirm: onClose,
    })
  }
  return (
    <SideDrawer
      title={title}
      opened
      onClose={close}
      footer={
        <>
          <Button type="submit" form={formId} loading={isSaving} className={styles.save}>
            {save}
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={onSubmit} noValidate>
        {children}
      </form>
    </SideDrawer>
  )
}
