// The state of a client package or an invoice, as a word on a quiet colour.

import type { ClientPackageState, InvoiceState } from '../../shared/domain/words.ts'
import { CLIENT_PACKAGE_WORDS, INVOICE_WORDS } from '../words.ts'
import styles from './badge.module.css'

type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'quiet'

const PACKAGE_TONES: Record<ClientPackageState, Tone> = {
  active: 'good',
  pending: 'accent',
  onHold: 'warn',
  used: 'quiet',
  expired: 'quiet',
  cancelled: 'quiet',
}
const INVOICE_TONES: Record<InvoiceState, Tone> = {
  draft: 'quiet',
  open: 'accent',
  partPaid: 'warn',
  paid: 'good',
  overdue: 'bad',
  loss: 'quiet',
  void: 'quiet',
  discarded: 'quiet',
}

type Props = { clientPackage: ClientPackageState } | { invoice: InvoiceState }

export function StateBadge(props: Props) {
  const [tone, words] =
    'invoice' in props
      ? [INVOICE_TONES[props.invoice], INVOICE_WORDS[props.invoice]]
      : [PACKAGE_TONES[props.clientPackage], CLIENT_PACKAGE_WORDS[props.clientPackage]]
  return <ToneBadge tone={tone}>{words}</ToneBadge>
}

export function ToneBadge({ tone = 'quiet', children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
