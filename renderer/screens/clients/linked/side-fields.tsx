// One way of a link: what the one is to the other, what they may do, and which sessions they may use.

import { Checkbox, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { LINK_LABELS, type LinkLabel } from '../../../../shared/domain/words.ts'
import { useCan } from '../../../components/use-can.ts'
import { LINK_WORDS } from '../../../words.ts'
import type { LinkTerms } from './link-words.ts'
import styles from './linked.module.css'
import { SharingFields } from './sharing-fields.tsx'

const LABELS = LINK_LABELS.map((value) => ({
  value,
  label: value === 'other' ? 'Other' : LINK_WORDS[value].replace(/^./, (c) => c.toUpperCase()),
}))

interface Props {
  form: UseFormReturnType<LinkTerms>
  path: 'other' | 'client'
  who: string
  whom: string
  /** Whose packages are shared this way. */
  ownerId: number
  onLabel: (label: LinkLabel) => void
}

export function SideFields({ form, path, who, whom, ownerId, onLabel }: Props) {
  const mayShare = useCan()('clientPackages.share') !== undefined
  const may = (name: 'mayBook' | 'mayFillForms' | 'getsMessages') => form.getInputProps(`${path}.${name}`, { type: 'checkbox' })
  const { sharing } = form.values[path]
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>
        <bdi>{who}</bdi> for <bdi>{whom}</bdi>
      </legend>
      <Select
        label={`${who} is ${whom}’s`}
        allowDeselect={false}
        data={LABELS}
        value={form.values[path].label}
        onChange={(label) => onLabel(label as LinkLabel)}
      />
      <Checkbox label="Book and manage appointments" {...may('mayBook')} />
      <Checkbox label="Complete intake forms" {...may('mayFillForms')} />
      <Checkbox label="Receive copies of messages" {...may('getsMessages')} />
      {mayShare ? (
        <SharingFields
          sharing={sharing}
          onChange={(next) => {
            form.setFieldValue(`${path}.sharing`, next)
            form.clearErrors()
          }}
          errorAt={(at) => form.errors[`${path}.sharing.${at}`]}
          whom={whom}
          ownerId={ownerId}
        />
      ) : (
        <p className={styles.quiet}>
          {sharing.kind === 'none' ? 'Uses no packages' : 'Uses packages'} of <bdi>{whom}</bdi>. An owner or an administrator can change
          that.
        </p>
      )}
    </fieldset>
  )
}
