// Choosing who is billed: those at hand as cards, with what they have to do with it, and anybody else by search.

import { Radio } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ClientPicker } from '../client-picker.tsx'
import { useClientWords } from '../use-practice.ts'
import type { PayerDraft } from './payer-draft.ts'
import styles from './payer.module.css'

export interface AtHand {
  clientId: number
  name: string
  /** "parent · usually pays"; empty: nothing to say. */
  note: string
}

interface Props {
  label: string
  atHand: readonly AtHand[]
  usualId: number | null
  value: PayerDraft
  onChange: (draft: PayerDraft) => void
  error: string | undefined
  /** What unfolded it is gone: the one chosen has the focus. */
  focusNow?: boolean
}

export function PayerChoice({ label, atHand, usualId, value, onChange, error, focusNow = false }: Props) {
  const words = useClientWords()
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focusNow) group.current?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus()
  }, [focusNow])
  const picked = value.picked ?? usualId
  return (
    <div ref={group} className={styles.choice}>
      <Radio.Group
        label={label}
        value={picked === null ? null : String(picked)}
        onChange={(next) => onChange({ ...value, picked: next === 'other' ? 'other' : Number(next) })}
      >
        <div className={styles.cards}>
          {atHand.map(({ clientId, name, note }) => (
            <Radio.Card
              key={clientId}
              value={String(clientId)}
              className={styles.card}
              {...(clientId === picked && { 'data-autofocus': true })}
            >
              <Radio.Indicator />
              <span className={styles.words}>
                <bdi className={styles.name}>{name}</bdi>
                {note && <span className={styles.note}>{note}</span>}
              </span>
            </Radio.Card>
          ))}
          <Radio.Card value="other" className={styles.card}>
            <Radio.Indicator />
            <span className={styles.words}>Another {words.one}</span>
          </Radio.Card>
        </div>
      </Radio.Group>
      {picked === 'other' && (
        <ClientPicker
          label={`Which ${words.one}`}
          value={value.other}
          onChange={(other) => onChange({ ...value, other })}
          error={error}
          autoFocus
        />
      )}
    </div>
  )
}
